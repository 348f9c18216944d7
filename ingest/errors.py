"""Everything that can go wrong with plans, as sentences for people.

GuiwenError                    the root: str(error) is one Chinese sentence, fit to be shown
├── UnreadableFile             one file cannot be taken in; the rest lands
│   ├── EmptyFile              nothing in it
│   ├── UnsupportedFormat      an ending or a content that no reader knows
│   ├── UnknownEncoding        text that is neither UTF-8 nor GB18030 nor marked UTF-16
│   ├── EncryptedFile          asks for a password
│   ├── NoTextLayer            a scanned PDF, or a text layer without readable Chinese
│   ├── DamagedFile            truncated or broken container
│   ├── FileTooLarge           beyond the size, page, character or unpacking limits
│   ├── ParserStopped          the child process ran out of memory or time, or died
│   └── AccessDenied           no permission, or gone meanwhile
├── StoreBusy                  another process owns the store
├── StoreMismatch              the store was built with another embedding model or an older layout
├── StoreDamaged               the catalog is there and cannot be read
├── VectorsUnreachable         the Chroma server that CHROMA_URL names does not answer
├── ModelMissing               the embedding model's weights are not where settings say
├── NoSuchPlan                 a plan id that the store does not hold
├── WrongSetting               an environment variable that cannot be what it is set to
└── WrongConcepts              the file of confirmed names cannot be read or written, or merges what is not the same
"""

from __future__ import annotations


class GuiwenError(Exception):
    """An error whose text is one sentence for the person at the keyboard."""


class UnreadableFile(GuiwenError):
    """One file cannot be taken in; the others are not affected."""


class EmptyFile(UnreadableFile):
    """The file holds no characters."""


class UnsupportedFormat(UnreadableFile):
    """No reader knows this ending, or the content is not what the ending says."""


class UnknownEncoding(UnreadableFile):
    """The bytes are text in no encoding that we can establish."""


class EncryptedFile(UnreadableFile):
    """The file asks for a password."""


class NoTextLayer(UnreadableFile):
    """A PDF without a text layer, or with one that yields no readable Chinese."""


class DamagedFile(UnreadableFile):
    """The container is truncated or broken."""


class FileTooLarge(UnreadableFile):
    """The file is beyond a size, page, character or unpacking limit."""


class ParserStopped(UnreadableFile):
    """The parsing process ran out of memory or time, or died."""


class AccessDenied(UnreadableFile):
    """The file or folder may not be read, or is gone."""


class StoreBusy(GuiwenError):
    """Another process owns the store."""


class StoreMismatch(GuiwenError):
    """The store was built with another embedding model or an older layout."""


class StoreDamaged(GuiwenError):
    """The catalog is there and cannot be read."""


class VectorsUnreachable(GuiwenError):
    """The Chroma server that CHROMA_URL names does not answer."""


class ModelMissing(GuiwenError):
    """The embedding model's weights are not where the settings say."""


class NoSuchPlan(GuiwenError):
    """The store holds no plan with this id."""

    @classmethod
    def of(cls, *plan_ids: str) -> NoSuchPlan:
        """The error that names the ids."""
        return cls(f"知识库里没有编号为 {'、'.join(plan_ids)} 的规划。")


class WrongSetting(GuiwenError):
    """An environment variable that cannot be what it is set to."""


class WrongConcepts(GuiwenError):
    """The file of confirmed names cannot be read or written, or merges what is not the same."""
