"""One contract for every embedding model: the honest fake, the default model, and a folder of weights."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from ingest.embedding import weights
from ingest.embedding.embed import Embedder, HashingEmbedder, SentenceEmbedder, main, open_embedder
from ingest.errors import ModelMissing
from ingest.settings import IngestSettings
from tests.sources import ROOT

ALIKE = ("到2025年国家高新技术企业数量达到600家", "国家高新技术企业2025年要有多少家")
APART = "加强安全生产监督检查"


@pytest.fixture(params=["hashing", "m3e-small", "folder"])
def embedder(request: pytest.FixtureRequest, default_model: Path, tmp_path: Path) -> Embedder:
    """Each model in turn; a folder is the default model under a name of its own, without the quick reader's files."""
    named = {"hashing": "hashing", "m3e-small": weights.NAME, "folder": str(tmp_path / "copy")}[request.param]
    if request.param == "folder":
        shutil.copytree(default_model, tmp_path / "copy")
        (tmp_path / "copy" / "config_sentence_transformers.json").write_text('{"prompts": {"query": "查询："}}')
    return open_embedder(IngestSettings(embedding_model=named, models_dir=default_model.parent))


def test_an_embedder_keeps_its_contract(embedder: Embedder) -> None:
    vectors = embedder.embed_passages([*ALIKE, APART, ""])
    assert vectors.shape == (4, embedder.dimension)
    assert vectors.dtype == embedder.embed_query(APART).dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]
    assert embedder.embed_passages([]).shape == (0, embedder.dimension)
    assert embedder.embed_query("很长" * 3000).shape == (embedder.dimension,)


def test_a_text_has_one_vector_alone_or_in_company_and_from_any_thread(embedder: Embedder) -> None:
    together = embedder.embed_passages([ALIKE[0], APART * 40])
    found: list[np.ndarray] = []
    threads = [threading.Thread(target=lambda: found.append(embedder.embed_passages([ALIKE[0]])[0])) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 3
    for vector in found:
        assert vector == pytest.approx(together[0], abs=1e-5)


def test_questions_and_passages_of_the_default_model_share_a_space(default_model: Path) -> None:
    embedder = SentenceEmbedder(IngestSettings(embedding_model=weights.NAME, models_dir=default_model.parent))
    for text in (*ALIKE, APART, "R&D经费 3.5%，①②", "长" * 900, ""):
        assert embedder.embed_query(text) == pytest.approx(embedder.embed_passages([text])[0], abs=1e-5)


def test_a_question_needs_neither_torch_nor_the_network(default_model: Path) -> None:
    program = (
        "import sys\n"
        "sys.addaudithook(lambda event, _: sys.exit(event) if event.startswith('socket.') else None)\n"
        "from ingest.embedding.embed import open_embedder\n"
        "from ingest.settings import IngestSettings\n"
        "open_embedder(IngestSettings()).embed_query('规划')\n"
        "print(sorted({'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)))\n"
    )
    environment = {**os.environ, "GUIWEN_MODELS_DIR": str(default_model.parent), "EMBEDDING_MODEL": weights.NAME}
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert (done.stdout, done.returncode) == ("[]\n", 0), done.stderr


def test_nothing_is_loaded_before_a_vector_is_asked_for(tmp_path: Path) -> None:
    embedder = open_embedder(IngestSettings(embedding_model=weights.NAME, models_dir=tmp_path))
    assert embedder.name == weights.NAME
    for ask in (lambda: embedder.embed_query("规划"), lambda: embedder.embed_passages(["规划"])):
        with pytest.raises(ModelMissing, match="make app"):
            ask()


def test_a_folder_without_a_model_is_refused_with_a_sentence(tmp_path: Path) -> None:
    embedder = open_embedder(IngestSettings(embedding_model=str(tmp_path)))
    with pytest.raises(ModelMissing, match="EMBEDDING_MODEL"):
        embedder.embed_passages(["规划"])


def test_the_fake_tells_empty_texts_from_others() -> None:
    fake = HashingEmbedder()
    assert fake.embed_query("") @ fake.embed_query("规划") < 0.1


def test_nothing_is_fetched_where_another_model_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EMBEDDING_MODEL", "hashing")
    monkeypatch.setenv("GUIWEN_MODELS_DIR", str(tmp_path / "models"))
    assert main() == 0
    assert not (tmp_path / "models").exists()
