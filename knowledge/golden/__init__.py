"""The golden set: cases, questions and utterances that must come out right whatever HR change, as data HR can read."""
