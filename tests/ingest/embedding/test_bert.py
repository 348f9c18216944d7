"""The quick reader reads what it understands and leaves the rest alone."""

from __future__ import annotations

import json
import math
import shutil
from pathlib import Path

import numpy as np
import pytest

from ingest.embedding import bert


@pytest.fixture
def folder(default_model: Path, tmp_path: Path) -> Path:
    """A copy of the default model whose small files may be changed."""
    copy = tmp_path / "model"
    copy.mkdir()
    for file in default_model.iterdir():
        if file.suffix == ".safetensors":
            (copy / file.name).symlink_to(file)
        else:
            shutil.copy(file, copy)
    return copy


def pooling(folder: Path, **modes: object) -> None:
    (folder / "1_Pooling").mkdir()
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(modes))


def test_the_first_token_stands_for_the_text_where_the_folder_says_so(folder: Path) -> None:
    mean = bert.Bert(folder).vector("科技创新")
    pooling(folder, pooling_mode_cls_token=True, pooling_mode_mean_tokens=False)
    assert bert.can_read(folder)
    first = bert.Bert(folder).vector("科技创新")
    assert np.linalg.norm(first) == pytest.approx(1, abs=1e-5)
    assert first @ mean < 0.99


@pytest.mark.parametrize("mode", ["pooling_mode_max_tokens", "pooling_mode_weightedmean_tokens"])
def test_other_ways_of_pooling_are_left_to_the_full_library(folder: Path, mode: str) -> None:
    pooling(folder, **{mode: True})
    assert not bert.can_read(folder)


@pytest.mark.parametrize(
    "change", [{"model_type": "xlm-roberta"}, {"hidden_act": "gelu_new"}, {"position_embedding_type": "relative_key"}]
)
def test_other_architectures_are_left_to_the_full_library(folder: Path, change: dict[str, str]) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | change))
    assert not bert.can_read(folder)


def test_a_model_that_wants_a_prompt_is_left_to_the_full_library(folder: Path) -> None:
    (folder / "config_sentence_transformers.json").write_text('{"prompts": {"query": "为这个句子生成表示："}}')
    assert not bert.can_read(folder)


def test_a_folder_without_weights_is_left_alone(tmp_path: Path) -> None:
    assert not bert.can_read(tmp_path)


def test_the_activation_is_gelu_with_the_error_function() -> None:
    x = np.linspace(-9, 9, 2001, dtype=np.float32)
    exact = [v * (1 + math.erf(v / math.sqrt(2))) / 2 for v in x.tolist()]
    assert bert.gelu(x) == pytest.approx(exact, abs=1e-6)
