"""Private files kept in a bucket (S3 of any host), for a platform that runs on more than one server."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import ContentFile, File
from storages.backends.s3 import S3Storage

from emile.core.errors import StorageAway


# A page or a worker waits for it.
PATIENCE = Config(connect_timeout=3, read_timeout=20, retries={"total_max_attempts": 2})


class PrivateBucket(S3Storage):
    """Raises FileNotFoundError and StorageAway, and never gives an address to a file.

    A file is read whole when it is opened: one that fails does so before the first byte of a page
    has left. Papers weigh ten megabytes at most.
    """

    def get_default_settings(self) -> dict[str, Any]:
        return {**super().get_default_settings(), "client_config": PATIENCE}

    def _open(self, name: str, mode: str = "rb") -> File:
        with _as_a_disk(name):
            answer = self.bucket.Object(self._normalize_name(name)).get()
            return ContentFile(answer["Body"].read(), name=name)

    def _save(self, name: str, content: File) -> str:
        with _as_a_disk(name):
            return str(super()._save(name, content))

    def delete(self, name: str) -> None:
        with _as_a_disk(name):
            # Erasing what is not there is no error; a bucket that is not there is one.
            self.bucket.Object(self._normalize_name(name)).delete()

    def url(self, name: str | None, *args: Any, **kwargs: Any) -> NoReturn:
        raise NotImplementedError("Papers are read through a view that checks rights.")


@contextmanager
def _as_a_disk(name: str) -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404 and _is_about_a_file(error):
            raise FileNotFoundError(name) from error
        raise StorageAway(str(error)) from error
    except (BotoCoreError, Boto3Error) as error:
        raise StorageAway(str(error)) from error


def _is_about_a_file(error: ClientError) -> bool:
    """A bucket that does not exist is a mistake of settings, not a file that is lost."""
    return bool(error.response["Error"]["Code"] != "NoSuchBucket")
