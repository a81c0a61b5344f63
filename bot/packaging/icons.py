"""The icons, as Teams wants them (concepts/build-and-test/apps-package.md in its documentation)."""

import io
import warnings

from PIL import Image, UnidentifiedImageError

from bot.packaging.problems import Problem

COLOR_SIZE = (192, 192)
SMALL_SIZE = (32, 32)
_WHITE = (255, 255, 255)


def color_problems(name: str, data: bytes, size: tuple[int, int] = COLOR_SIZE) -> list[Problem]:
    """Say what is wrong with the colour icon: a PNG of 192 by 192 pixels in which something can be seen."""
    image, problems = _opened(name, data, size)
    if image is not None and not any(alpha for *_, alpha in _pixels(image)):
        problems.append(Problem(name, "is wholly transparent: nothing can be seen"))
    return problems


def small_color_problems(name: str, data: bytes) -> list[Problem]:
    """Say what is wrong with the small colour icon, which a package may hold besides: 32 by 32 pixels."""
    return color_problems(name, data, SMALL_SIZE)


def outline_problems(name: str, data: bytes) -> list[Problem]:
    """Say what is wrong with the outline icon: a PNG of 32 by 32 pixels, white on transparent and nothing else."""
    image, problems = _opened(name, data, SMALL_SIZE)
    if image is None:
        return problems
    pixels = _pixels(image)
    drawn = [pixel for pixel in pixels if pixel[3]]
    if not drawn:
        problems.append(Problem(name, "is wholly transparent: nothing can be seen"))
    if len(drawn) == len(pixels):
        problems.append(Problem(name, "has no transparent background; draw it in white on transparent"))
    if coloured := sum(pixel[:3] != _WHITE for pixel in drawn):
        problems.append(Problem(name, f"has {coloured:,} pixels that are neither white nor transparent"))
    return problems


def _opened(name: str, data: bytes, size: tuple[int, int]) -> tuple[Image.Image | None, list[Problem]]:
    """The picture with four channels, decoded only where its size is the right one."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=("PNG",))
        if image.size != size:
            (wide, high), (w, h) = image.size, size
            return None, [Problem(name, f"is {wide} by {high} pixels; it must be {w} by {h}")]
        return image.convert("RGBA"), []
    except UnidentifiedImageError:
        return None, [Problem(name, "is not a PNG picture")]
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return None, [Problem(name, f"has far too many pixels; it must be {size[0]} by {size[1]}")]
    except (OSError, SyntaxError, ValueError, EOFError):
        return None, [Problem(name, "is a damaged PNG picture")]


def _pixels(image: Image.Image) -> list[tuple[int, ...]]:
    return [tuple(four) for four in zip(*[iter(image.tobytes())] * 4, strict=True)]
