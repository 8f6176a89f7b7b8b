"""Photographs: what their files say of them, and figures and articles made of it.

photo = read_photo(data, "images/protest.jpg")     # never raises; see its diagnostics
figure, diagnostics = complete(figure, photo)      # fills what the article does not say
imported = read_picture(incoming)                  # a photograph alone becomes an article
"""

from publisher.readers.photos.alone import read_picture
from publisher.readers.photos.complete import complete
from publisher.readers.photos.photo import Photo, Place
from publisher.readers.photos.read import read_photo

__all__ = ["Photo", "Place", "complete", "read_photo", "read_picture"]
