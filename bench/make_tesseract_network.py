"""Makes Tesseract's own Swedish network ready for onnxruntime: the same weights, many lines at once, in half the time.

    python bench/make_tesseract_network.py [FROM.traineddata] [--target FOLDER]

Needs `onnx` (`pip install onnx`, in any environment): nothing else here does, so it is no dependency. FROM is the
`swe.traineddata` of the installed Tesseract where nothing is named; it must be of Tesseract's fast models (in 8 bits).

The file holds the network as nested layers (https://github.com/tesseract-ocr/tesseract, `src/lstm`): a convolution, a
pooling, a recurrent layer up and down each column, three along the line, and the characters' scores. The weights are
taken over as they stand, 8 bits and a scale for each row. The first recurrent layer is kept in 32 bits, where
onnxruntime is quicker with it.
"""

import argparse
import struct
import sys
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.read.tesseract_library import installed  # noqa: E402
from pipeline.read.tesseract_network import CHARACTERS, FOLDER, HEIGHT, NETWORK  # noqa: E402

TARGET = ROOT / "models" / FOLDER
LSTM, UNICHARSET, RECODER = 17, 21, 22  # entries of a traineddata file
NESTED = frozenset(("Series", "XYTranspose", "RTLReversed"))
RECURRENT = frozenset(("LSTM", "SummLSTM"))
IN_8_BITS = 1  # flag of a layer's weights
OWN_RATES = 64  # flag of a layer whose parts were trained at rates of their own, which stand after them
GATES = (1, 3, 2, 0)  # ONNX wants input, output, forget, cell; the file has cell, input, forget, output
MIDDLE = 128  # what stands for zero among weights without sign
OPSET, IR = 17, 9

Floats = NDArray[np.float32]


@dataclass
class Weights:
    """Of a layer: rows of 8 bits, the last of each the bias, and each row's scale."""

    rows: NDArray[np.int8]
    scales: Floats

    def floats(self) -> Floats:
        return (self.rows * self.scales[:, None]).astype(np.float32)


@dataclass
class Layer:
    """A layer as the file has it. kind: its name there; inputs, outputs: how many numbers a step."""

    kind: str
    inputs: int
    outputs: int
    weights: list[Weights] = field(default_factory=list)
    parts: list["Layer"] = field(default_factory=list)


class Reader:
    """Takes numbers, names and weights off a file's bytes."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, form: str) -> tuple[int, ...]:
        found = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return found

    def name(self) -> str:
        (length,) = self.take("I")
        self.at += length
        return self.data[self.at - length : self.at].decode()

    def weights(self) -> Weights:
        (mode,) = self.take("B")
        if not mode & IN_8_BITS:
            sys.exit("the model is not in 8 bits: take one of Tesseract's fast models")
        high, wide, _ = self.take("IIb")
        rows = np.frombuffer(self.data, np.int8, high * wide, self.at).reshape(high, wide)
        self.at += high * wide
        (count,) = self.take("I")
        scales = np.frombuffer(self.data, "<f8", count, self.at).astype(np.float32)
        self.at += 8 * count
        return Weights(rows, scales)

    def layer(self) -> Layer:
        (tag,) = self.take("b")
        if tag:
            sys.exit("not a network of Tesseract 4 or 5")
        kind = self.name()
        _, _, flags, inputs, outputs, _ = self.take("bbiiii")
        self.name()
        layer = Layer(kind, inputs, outputs)
        if kind in NESTED:
            (count,) = self.take("I")
            layer.parts = [self.layer() for _ in range(count)]
            if flags & OWN_RATES:
                self.take(f"{self.take('I')[0]}f")
        elif kind == "Input":
            self.take("5i")
        elif kind in ("Convolve", "Maxpool"):
            self.take("2i")
        elif kind in RECURRENT:
            self.take("i")
            layer.weights = [self.weights() for _ in range(4)]
        elif kind in ("Tanh", "Softmax"):
            layer.weights = [self.weights()]
        else:
            sys.exit(f"a layer that is not known: {kind}")
        return layer


class Graph:
    """The ONNX graph while it is built."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, values: NDArray[np.generic], name: str) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(self, kind: str, inputs: list[str], output: str, **attributes: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def recurrent(self, layer: Layer, given: str, name: str, *, backwards: bool = False) -> str:
        """A layer along the line, in 8 bits: (steps, lines, inputs) become (steps, lines, outputs)."""
        rows = np.concatenate([layer.weights[gate].rows for gate in GATES])
        scales = self.constant(np.concatenate([layer.weights[gate].scales for gate in GATES])[None], f"{name}_scales")
        zeros = self.constant(np.full((1, 4 * layer.outputs), MIDDLE, np.uint8), f"{name}_zeros")
        inputs = [
            given,
            self.constant(_unsigned(rows[:, : layer.inputs]).T[None], f"{name}_inputs"),
            self.constant(_unsigned(rows[:, layer.inputs : -1]).T[None], f"{name}_states"),
            self.constant(_biases(layer), f"{name}_biases"),
            *("", "", "", "", scales, zeros, scales, zeros),
        ]
        self.nodes.append(
            helper.make_node(
                "DynamicQuantizeLSTM",
                inputs,
                [f"{name}_each"],
                domain="com.microsoft",
                hidden_size=layer.outputs,
                direction="reverse" if backwards else "forward",
            )
        )
        return self.add("Squeeze", [f"{name}_each", "one"], name)  # without the axis of directions

    def summing(self, layer: Layer, given: str, name: str) -> str:
        """A layer of which only the last step counts, in 32 bits."""
        floats = np.concatenate([layer.weights[gate].floats() for gate in GATES])
        inputs = [
            given,
            self.constant(floats[None, :, : layer.inputs], f"{name}_inputs"),
            self.constant(floats[None, :, layer.inputs : -1], f"{name}_states"),
            self.constant(_biases(layer), f"{name}_biases"),
        ]
        self.nodes.append(helper.make_node("LSTM", inputs, ["", name], hidden_size=layer.outputs))
        return name


def _unsigned(rows: NDArray[np.int8]) -> NDArray[np.uint8]:
    """The same numbers counted from MIDDLE. onnxruntime adds products of signed weights in 16 bits where a processor
    lacks VNNI, and they run over there; those of unsigned ones it adds in 32 bits everywhere."""
    return (rows.astype(np.int16) + MIDDLE).astype(np.uint8)


def _biases(layer: Layer) -> Floats:
    """ONNX has biases of inputs and of states; here all are of inputs."""
    floats = np.concatenate([layer.weights[gate].floats()[:, -1] for gate in GATES])
    return np.concatenate([floats, np.zeros_like(floats)])[None]


def build(network: Layer) -> onnx.ModelProto:
    """The network for pictures (lines, 1, HEIGHT, width): scores (width / 3, lines, classes), summing to one."""
    _, convolution, _, columns, forward, backward, last, output = network.parts
    by_column, back = columns.parts[0], backward.parts[0]
    first = convolution.parts[1].weights[0].floats()
    graph = Graph()
    graph.constant(np.array([1], np.int64), "one")
    # the file goes through a pixel's neighbours column by column, ONNX row by row
    kernel = graph.constant(first[:, :9].reshape(-1, 1, 3, 3).transpose(0, 1, 3, 2), "kernel")
    seen = graph.add(
        "Conv", ["pictures", kernel, graph.constant(first[:, 9], "kernel_biases")], "seen", pads=[1, 1, 1, 1]
    )
    pooled = graph.add("MaxPool", [graph.add("Tanh", [seen], "bent")], "pooled", kernel_shape=[3, 3], strides=[3, 3])
    down = graph.add("Transpose", [pooled], "down", perm=[2, 3, 0, 1])  # rows, steps, lines, channels
    flat = graph.constant(np.array([HEIGHT // 3, -1, by_column.inputs], np.int64), "flat")
    summed = graph.summing(by_column, graph.add("Reshape", [down, flat], "columns"), "summed")
    shape = graph.add(
        "Slice",
        [graph.add("Shape", [down], "sizes"), "one", graph.constant(np.array([3], np.int64), "three")],
        "steps_lines",
    )
    wide = graph.add(
        "Concat", [shape, graph.constant(np.array([by_column.outputs], np.int64), "channels")], "wide", axis=0
    )
    along = graph.add("Reshape", [summed, wide], "along")
    along = graph.recurrent(forward, along, "forward")
    along = graph.recurrent(back, along, "backward", backwards=True)
    along = graph.recurrent(last, along, "last")
    scores = output.weights[0].floats()
    product = graph.add("MatMul", [along, graph.constant(scores[:, :-1].T, "scores")], "product")
    sums = graph.add("Add", [product, graph.constant(scores[:, -1], "scores_biases")], "sums")
    graph.add("Softmax", [sums], "likely", axis=-1)
    made = helper.make_graph(
        graph.nodes,
        "tesseract",
        [helper.make_tensor_value_info("pictures", TensorProto.FLOAT, ["lines", 1, HEIGHT, "width"])],
        [helper.make_tensor_value_info("likely", TensorProto.FLOAT, None)],
        graph.constants,
    )
    sets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(made, opset_imports=sets, producer_name="beslutslupp")
    model.ir_version = IR
    return model


def characters(unicharset: bytes, recoder: bytes, classes: int) -> list[str]:
    """The character of each class; the last class is none."""
    count, *lines = unicharset.decode().splitlines()
    names = [line.split(" ")[0] for line in lines[: int(count)]]
    names[0] = " "  # called NULL
    reader = Reader(recoder)
    found = [""] * classes
    for name in names[: reader.take("I")[0]]:
        _, length = reader.take("bi")
        codes = reader.take(f"{length}i")
        if length != 1:
            sys.exit("characters of several codes are not known here")
        found[codes[0]] = found[codes[0]] or name
    return [*found[:-1], ""]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("source", nargs="?", type=Path)
    parser.add_argument("--target", type=Path, default=TARGET)
    chosen = parser.parse_args()
    folder, _ = installed()
    source = chosen.source or (folder or Path()) / "swe.traineddata"
    if not source.is_file():
        sys.exit(f"{source}: not there; install tesseract-ocr-swe or name the file")
    data = source.read_bytes()
    (count,) = struct.unpack_from("<i", data)
    starts = struct.unpack_from(f"<{count}q", data, 4)
    ends = [*sorted(start for start in starts if start >= 0), len(data)]
    lstm, unicharset, recoder = (
        data[starts[entry] : ends[ends.index(starts[entry]) + 1]] for entry in (LSTM, UNICHARSET, RECODER)
    )
    network = Reader(lstm).layer()
    chosen.target.mkdir(parents=True, exist_ok=True)
    onnx.save(build(network), str(chosen.target / NETWORK))
    listed = characters(unicharset, recoder, network.outputs)
    (chosen.target / CHARACTERS).write_text("\n".join(listed) + "\n", encoding="utf-8")
    print(f"{chosen.target / NETWORK}: {(chosen.target / NETWORK).stat().st_size:,} bytes, {network.outputs} classes")


if __name__ == "__main__":
    main()
