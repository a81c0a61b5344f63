"""The sentence encoder: turned into ONNX once by ``probity model build``, then read from a folder."""
