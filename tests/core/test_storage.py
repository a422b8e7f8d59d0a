"""Papers in a bucket: kept, read, erased, and told apart when it does not answer.

The bucket is moto's: a stand-in for hosts that the tests can't reach.
"""

import os
from urllib.parse import quote

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from moto import mock_aws

from emile.core.errors import StorageAway
from emile.core.storage import PrivateBucket
from emile.launcher.ports import LOOPBACK, any_free
from emile.settings import env


REGION = "eu-west-3"
HOST = f"s3.{REGION}.amazonaws.com"
SECRET = "a/b+c=d@e"
URL = f"s3://cle:{quote(SECRET, safe='')}@{HOST}/pieces?region={REGION}"


def bucket_at(url: str) -> PrivateBucket:
    return PrivateBucket(**env.private_files(url, "")["OPTIONS"])


@pytest.fixture
def bucket():
    with mock_aws():
        there = {"LocationConstraint": REGION}
        boto3.client("s3", region_name=REGION).create_bucket(
            Bucket="pieces", CreateBucketConfiguration=there
        )
        yield bucket_at(URL)


def test_what_is_kept_is_read_and_erased(bucket):
    content = os.urandom(200_000)

    assert bucket.save("a1b2", ContentFile(content)) == "a1b2"

    assert bucket.exists("a1b2")
    assert bucket.open("a1b2").read() == content
    bucket.delete("a1b2")
    assert not bucket.exists("a1b2")
    bucket.delete("a1b2")


def test_a_file_that_is_lost_is_lost_as_on_a_disk(bucket):
    with pytest.raises(FileNotFoundError):
        bucket.open("a1b2")


def test_a_file_has_no_address(bucket):
    bucket.save("a1b2", ContentFile(b"%PDF"))

    with pytest.raises(NotImplementedError):
        bucket.url("a1b2")


@pytest.mark.parametrize(
    "attempt",
    [
        lambda bucket: bucket.open("a1b2"),
        lambda bucket: bucket.save("a1b2", ContentFile(b"%PDF")),
        lambda bucket: bucket.delete("a1b2"),
    ],
    ids=["open", "save", "delete"],
)
@pytest.mark.parametrize("url", [URL.replace("/pieces", "/ailleurs"), "away"])
def test_a_bucket_that_does_not_answer_as_asked_is_away(bucket, attempt, url):
    if url == "away":
        url = f"s3://cle:secret@{LOOPBACK}:{any_free()}/pieces?region={REGION}"

    with pytest.raises(StorageAway):
        attempt(bucket_at(url))


def test_keys_are_read_as_they_were_written():
    options = env.private_files(URL, "/nowhere")["OPTIONS"]

    assert options == {
        "endpoint_url": f"https://{HOST}",
        "bucket_name": "pieces",
        "region_name": REGION,
        "access_key": "cle",
        "secret_key": SECRET,
    }


def test_without_bucket_a_folder_that_nobody_else_reads(tmp_path):
    folder = FileSystemStorage(**env.private_files("", str(tmp_path / "d"))["OPTIONS"])

    folder.save("a1b2", ContentFile(b"%PDF"))

    assert (tmp_path / "d").stat().st_mode & 0o077 == 0
    assert (tmp_path / "d" / "a1b2").stat().st_mode & 0o077 == 0
