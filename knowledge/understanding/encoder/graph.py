"""The encoder as an ONNX graph, drawn from its weights: one text in, one vector of unit length out.

The weights are those of a six-layer BERT (all-MiniLM-L6-v2). There is no batch and so no padding and no mask: texts are
encoded one at a time, which is what makes the quantised model give the same vector for the same text every time.
Needs ``onnx``, which only building needs.
"""

from collections.abc import Mapping

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

LAYERS, HEADS, WIDTH = 6, 12, 384
_OPSET = 20
_EPSILON = 1e-12


class _Drawing:
    """Nodes and constants as they are added; every node has one output, named after it."""

    def __init__(self, weights: Mapping[str, np.ndarray]):
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def add(self, kind: str, *inputs: str, **attributes: object) -> str:
        output = f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.setdefault(name, numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def weight(self, name: str) -> str:
        return self.constant(name, self.weights[name].astype(np.float32))

    def dense(self, states: str, name: str) -> str:
        """A linear layer: its weight is kept as outputs by inputs, and multiplied from the right."""
        matrix = self.constant(f"{name}.weight", self.weights[f"{name}.weight"].astype(np.float32).T)
        return self.add("Add", self.add("MatMul", states, matrix), self.weight(f"{name}.bias"))

    def normalised(self, states: str, name: str) -> str:
        scale, shift = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.add("LayerNormalization", states, scale, shift, axis=-1, epsilon=_EPSILON)


def draw_encoder(weights: Mapping[str, np.ndarray]) -> onnx.ModelProto:
    """Give the graph for weights by their names in the file: input ``ids`` (int64), output ``vector`` (float32)."""
    drawing = _Drawing(weights)
    states = _embedded(drawing)
    for layer in range(LAYERS):
        states = _layer(drawing, states, f"encoder.layer.{layer}")
    mean = drawing.add("ReduceMean", states, drawing.constant("rows", np.array([0], np.int64)), keepdims=0)
    drawing.nodes.append(helper.make_node("LpNormalization", [mean], ["vector"], name="vector", axis=0, p=2))
    graph = helper.make_graph(
        drawing.nodes,
        "encoder",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["length"])],
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, [WIDTH])],
        list(drawing.constants.values()),
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=9)
    onnx.checker.check_model(model)
    return model


def _embedded(drawing: _Drawing) -> str:
    tokens = drawing.add("Gather", drawing.weight("embeddings.word_embeddings.weight"), "ids")
    places = (
        drawing.weights["embeddings.position_embeddings.weight"]
        + (drawing.weights["embeddings.token_type_embeddings.weight"][0])
    )
    zero = drawing.constant("zero", np.array([0], np.int64))
    length = drawing.add("Shape", "ids")
    spots = drawing.add("Slice", drawing.constant("places", places.astype(np.float32)), zero, length, zero)
    return drawing.normalised(drawing.add("Add", tokens, spots), "embeddings.LayerNorm")


def _layer(drawing: _Drawing, states: str, name: str) -> str:
    attended = drawing.dense(_attention(drawing, states, f"{name}.attention.self"), f"{name}.attention.output.dense")
    states = drawing.normalised(drawing.add("Add", attended, states), f"{name}.attention.output.LayerNorm")
    inner = drawing.add("Gelu", drawing.dense(states, f"{name}.intermediate.dense"))
    outer = drawing.dense(inner, f"{name}.output.dense")
    return drawing.normalised(drawing.add("Add", outer, states), f"{name}.output.LayerNorm")


def _attention(drawing: _Drawing, states: str, name: str) -> str:
    query, key, value = (
        _heads(drawing, drawing.dense(states, f"{name}.{part}"), turned)
        for part, turned in (("query", (1, 0, 2)), ("key", (1, 2, 0)), ("value", (1, 0, 2)))
    )
    scale = drawing.constant("scale", np.array((WIDTH // HEADS) ** -0.5, np.float32))
    likeness = drawing.add("Softmax", drawing.add("Mul", drawing.add("MatMul", query, key), scale), axis=-1)
    mixed = drawing.add("Transpose", drawing.add("MatMul", likeness, value), perm=(1, 0, 2))
    return drawing.add("Reshape", mixed, drawing.constant("joined", np.array([-1, WIDTH], np.int64)))


def _heads(drawing: _Drawing, states: str, turned: tuple[int, ...]) -> str:
    shape = drawing.constant("split", np.array([-1, HEADS, WIDTH // HEADS], np.int64))
    return drawing.add("Transpose", drawing.add("Reshape", states, shape), perm=turned)
