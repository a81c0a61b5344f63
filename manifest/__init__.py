"""The Teams package: manifest.json as it is for the demo council, both icons, and the schemas it is held against."""
