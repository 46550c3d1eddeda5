"""Cuts the second reader's network to the characters that Swedish print has: the same readings in less time.

    python bench/cut_reader.py [FROM.onnx] [--target FOLDER]

Needs `onnx` (`pip install onnx`, in any environment): nothing else here does, so it is no dependency. FROM is the
recognition network in the package `rapidocr` where nothing is named.

The network's last layer scores 18 710 characters at every step, most of them Chinese, of which the program looks at
165 (`pipeline.read.second_model`). The others' columns are taken out of that layer; all other weights stay as they are.
Since the highest of the scores that are looked at stays the highest, the text stays the same to the letter. How sure
the network says it is goes up by a hair where it thought of a character that is gone, so those that it does think of
when it sees Swedish print are kept, too.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.read.second_model import BLANK, EXTRA, RARE, RECOGNITION, installed  # noqa: E402

TARGET = ROOT / "models" / "second"
# What is kept beside the characters that are looked at: all writing and signs of Europe, full-width forms, and the
# Chinese and Japanese ones that the network gave more than 0.02 somewhere on Swedish scans, good and spoilt
EUROPE_ENDS = "\u2e80"  # where Unicode's Chinese begins
FULL_WIDTH = "\uff00", "\uffef"
DECOYS = (
    "、。〈〉《》【】〜いうおくこしすそつてでへまよアヘ一丁七万三上下不与世丙东个中临为主义之乙九也书了事二于"
    "云五亥人今代令以任伐会位住体何余作你使侍便元入全八公六其冈军减凶出分前北区十千午南卫卷原又发口古句号司合"
    "吉名后吕君吴周命咸品唐四因国土在城基塘塞壬处复夏大天太夫奴如始威子孟宁安官定宫家宿寒寶将小居属山岁州工左"
    "差巳帝平年广应府度座康当往心总意感戌成战户承政故数文旗无日时明星春昭是曰最月有望期末本林树梅正武段江治洪"
    "流灭点牛献王理生田甲癸白百的皇益盛直相真短石神秋秦稱空立章童第精素置美翼者耳聚臣自至良花草萨著虎行表西言"
    "词诗象赋赵起越路身车辰通道酉里重金长门问闰间闻阳陈集零题风食首鹿"
)
KEY = "character"  # of the file's own list of characters, one a line, without the blank and the space


def kept(every: list[str]) -> list[int]:
    """The classes to keep, in their old order. every: the character of each class; the last is the space."""
    named = set(EXTRA + RARE + DECOYS)

    def stays(character: str) -> bool:
        first = character[:1]
        return character in named or first < EUROPE_ENDS or FULL_WIDTH[0] <= first <= FULL_WIDTH[1]

    return [i for i, character in enumerate(every) if i == BLANK or stays(character)]


def cut(model: onnx.ModelProto) -> None:
    """Takes the classes that are not kept out of the network."""
    listed = next(p for p in model.metadata_props if p.key == KEY)
    every = ["", *listed.value.splitlines()]
    last = model.graph.output[0]
    softmax = next(n for n in model.graph.node if last.name in n.output)
    weights, bias = _last_layer(model.graph, softmax.input[0])
    every += [" "] * (weights.dims[-1] - len(every))
    if every.index(" ") != len(every) - 1:
        raise SystemExit("the space is not the last character, as who reads the file takes it to be")
    keep = kept(every)
    for part in (weights, bias):
        values = numpy_helper.to_array(part)[..., keep]
        part.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(values), part.name))
    last.type.tensor_type.shape.dim[2].dim_value = len(keep)
    listed.value = "\n".join(every[i] for i in keep if i != BLANK and every[i] != " ")
    del model.graph.value_info[:]


def _last_layer(graph: onnx.GraphProto, name: str) -> tuple[onnx.TensorProto, onnx.TensorProto]:
    """Weights and bias of the layer that ends in the value `name`: a product, a sum, nothing but other names after."""
    made = {output: node for node in graph.node for output in node.output}
    values = {value.name: value for value in graph.initializer}
    found: dict[str, onnx.TensorProto] = {}
    while "MatMul" not in found:
        node = made[name]
        if node.op_type not in ("Identity", "Add", "MatMul"):
            raise SystemExit(f"no layer as expected: {node.op_type} at {name}")
        own = [i for i in node.input if i in values]
        if own:
            found[node.op_type] = values[own[0]]
        name = next(i for i in node.input if i not in values)
    return found["MatMul"], found["Add"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path, default=installed(RECOGNITION))
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    if options.source is None:
        sys.exit("rapidocr is not installed here: name its recognition network")
    model = onnx.load(options.source)
    cut(model)
    onnx.checker.check_model(model, full_check=True)
    options.target.mkdir(parents=True, exist_ok=True)
    onnx.save(model, options.target / options.source.name)
    print(f"{options.target / options.source.name}: {model.graph.output[0].type.tensor_type.shape.dim[2].dim_value}")


if __name__ == "__main__":
    main()
