"""The same questions put to two public tools as they come: LangChain's naive RAG and LlamaIndex's defaults.

Optional: needs packages that the program does not (docs/evals.md). Writes answers for `python -m evals run --answers`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import track

from assistant.model.endpoint import LOCAL, open_model
from assistant.settings import LlmSettings
from evals import cases
from evals.commandline import sampling
from evals.peers.adapters import Hit, SameVectors, Text, asked, record, texts, unanswered
from evals.run import gold_files
from evals.runs import line_of
from ingest.commandline import Parser
from ingest.errors import GuiwenError
from ingest.library import Library
from ingest.settings import IngestSettings, from_environment

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_PATIENCE = 1800
_CONTEXT, _ANSWER = 4096, 400  # what the local model takes and gives at most, in tokens
_FOUND = 10  # pieces that are kept for the figures of retrieval
# LangChain's published prompt for naive retrieval (rlm/rag-prompt).
_LANGCHAIN = (
    "You are an assistant for question-answering tasks. Use the following pieces of retrieved context to answer the "
    "question. If you don't know the answer, just say that you don't know. Use three sentences maximum and keep the "
    "answer concise.\nQuestion: {question}\nContext: {context}\nAnswer:"
)


@dataclass(frozen=True, slots=True)
class Peer:
    """`find` gives so many pieces, `say` an answer from the first `used`, as many as the tool takes by default."""

    find: Callable[[str, int], list[Hit]]
    say: Callable[[str], str]
    used: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask one peer everything that its file has no answer to yet; 0, or 1 with a sentence on stderr."""
    given = _parser().parse_args(arguments)
    try:
        settings = from_environment(IngestSettings)
        questions = cases.sampled(cases.load(gold_files(given.gold)), given.every)
        todo = unanswered(questions, given.out)
        with Library.open(given.store or settings.store, settings) as library:
            known = texts(library)
            peer = PEERS[given.peer](known, SameVectors(library.embedder), _model(given))
        with given.out.open("a", encoding="utf-8") as file:
            for case in track(todo, description=given.peer, console=Console(stderr=True)):
                question = asked(case)
                said = peer.say(question) if given.model else ""
                file.write(line_of(record(case, peer.find(question, _FOUND), peer.used, said, known, given.peer)))
                file.flush()
    except ModuleNotFoundError as missing:
        print(f"缺少 {missing.name}：请先按 docs/evals.md 装好所需的包。", file=sys.stderr)
        return 1
    except GuiwenError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def langchain(known: Sequence[Text], vectors: SameVectors, model: BaseChatModel | None) -> Peer:
    """Pieces of 1,000 characters that overlap by 200, a vector store in memory, the four nearest, one prompt."""
    from langchain_core.documents import Document
    from langchain_core.vectorstores import InMemoryVectorStore
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    documents = [Document(one.text, metadata={"plan_id": one.plan_id}) for one in known]
    store = InMemoryVectorStore(vectors)
    store.add_documents(RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200).split_documents(documents))

    def find(question: str, k: int) -> list[Hit]:
        return [Hit(one.metadata["plan_id"], one.page_content) for one in store.similarity_search(question, k=k)]

    def say(question: str) -> str:
        context = "\n\n".join(hit.text for hit in find(question, 4))
        return model.invoke(_LANGCHAIN.format(question=question, context=context)).text

    return Peer(find, say, 4)


def llamaindex(known: Sequence[Text], vectors: SameVectors, model: BaseChatModel | None) -> Peer:
    """Pieces of 1,024 tokens that overlap by 200, the two nearest, the tool's own prompts."""
    from llama_index.core import Document, VectorStoreIndex
    from llama_index.core.llms import CompletionResponse, CustomLLM, LLMMetadata, MockLLM
    from llama_index.embeddings.langchain import LangchainEmbedding

    class Same(CustomLLM):  # its own adapter for LangChain models needs a LangChain that is no more
        @property
        def metadata(self) -> LLMMetadata:
            return LLMMetadata(context_window=_CONTEXT, num_output=_ANSWER)

        def complete(self, prompt: str, formatted: bool = False, **_: object) -> CompletionResponse:
            return CompletionResponse(text=model.invoke(prompt).text)

        def stream_complete(self, prompt: str, formatted: bool = False, **_: object):  # type: ignore[no-untyped-def]
            yield self.complete(prompt)

    documents = [Document(text=one.text, metadata={"plan_id": one.plan_id}) for one in known]
    for document in documents:  # a number that says nothing is neither embedded nor shown
        document.excluded_embed_metadata_keys = document.excluded_llm_metadata_keys = ["plan_id"]
    index = VectorStoreIndex.from_documents(documents, embed_model=LangchainEmbedding(vectors))
    engine = index.as_query_engine(llm=Same() if model else MockLLM())

    def find(question: str, k: int) -> list[Hit]:
        nodes = index.as_retriever(similarity_top_k=k).retrieve(question)
        return [Hit(one.node.metadata["plan_id"], one.node.get_content()) for one in nodes]

    return Peer(find, lambda question: str(engine.query(question)), 2)


PEERS = {"langchain": langchain, "llamaindex": llamaindex}


def _model(given: argparse.Namespace) -> BaseChatModel | None:
    """The chat model to answer with, opened as the program opens its own, but waited for as long as it takes; None
    where retrieval alone is asked for."""
    if not given.model:
        return None
    source, key = (LOCAL, "") if given.model == LOCAL else ("", given.key)
    named = {"source": source, "url": given.url, "model": given.model, "key": key, "first_seconds": _PATIENCE}
    return open_model(LlmSettings(**named), from_environment(IngestSettings).models_dir)


def _parser() -> Parser:
    parser = Parser(prog="python -m evals.peers", description="让公开的工具回答同样的题，供比较。")
    parser.add_argument("peer", choices=tuple(PEERS), help="哪个工具")
    parser.add_argument("--out", type=Path, required=True, metavar="文件", help="回答写到这里（JSON Lines）")
    parser.add_argument("--gold", nargs="+", type=Path, default=[], metavar="文件", help="题目文件")
    sampling(parser)
    parser.add_argument("--store", type=Path, metavar="目录", help="知识库目录，只取其中的原文和向量模型")
    parser.add_argument("--model", default="", help="大模型名称，local 为本机模型；不写就只检索、不作答")
    parser.add_argument("--url", default="http://127.0.0.1:8080/v1", help="大模型的 OpenAI 兼容接口")
    parser.add_argument("--key", default="none", help="接口的密钥")
    return parser


if __name__ == "__main__":
    sys.exit(main())
