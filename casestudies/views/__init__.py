from .downloads import download_csv, download_json

__all__ = ["download_csv", "download_json"]
