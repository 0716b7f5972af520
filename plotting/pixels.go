package plotting

import (
	"cmp"
	"fmt"
	"image"
	"image/color"
	imagedraw "image/draw"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// pixels draws the figure in its resolution.
func (f *Figure) pixels() (page *image.RGBA, dpi int, err error) {
	width, height, err := f.Size()
	if err != nil {
		return nil, 0, err
	}
	dpi = cmp.Or(f.DPI, usualDPI)
	if dpi < leastDPI {
		return nil, 0, fmt.Errorf("figure: DPI = %d is too small: give at least %d, or 0 for %d", dpi, leastDPI, usualDPI)
	}
	if pixels := float64(width*height/vg.Inch/vg.Inch) * float64(dpi) * float64(dpi); !(pixels < maxPixels) {
		return nil, 0, fmt.Errorf("figure: DPI = %d for a page of %.1f by %.1f cm is not possible: an image has at most %d million pixels", dpi, cm(width), cm(height), maxPixels/1_000_000)
	}
	sheet, err := f.sheet(vg.Point{X: width, Y: height})
	if err != nil {
		return nil, 0, err
	}
	canvas, page := blank(width, height, dpi, sheet.frame.theme.Background)
	if err := sheet.draw(draw.NewCanvas(newPixelCanvas(canvas, page), width, height)); err != nil {
		return nil, 0, err
	}
	return page, dpi, nil
}

// blank is a canvas in one colour, and its pixels. It is painted here because
// vgimg takes ten times as long for a shape as large as the page.
func blank(width, height vg.Length, dpi int, ground color.Color) (*vgimg.Canvas, *image.RGBA) {
	dots := func(l vg.Length) int { return int(math.Round(l.Dots(float64(dpi)))) }
	size := image.Rect(0, 0, dots(width), dots(height))
	// vgimg copies the image that it is given, or that it makes if it is given
	// none. The rows of this one are one row of memory. It is grey because that is
	// copied pixel by pixel: the garbage collector, which a page of this size calls
	// up, cannot stop the copying of whole rows into new memory, and would wait for
	// it on a processor of its own.
	row := &image.Gray{Pix: make([]uint8, size.Dx()), Rect: size}
	canvas := vgimg.NewWith(vgimg.UseImage(row), vgimg.UseDPI(dpi))
	page := canvas.Image().(*image.RGBA) // as gg draws on no other
	imagedraw.Draw(page, size, image.NewUniform(ground), image.Point{}, imagedraw.Src)
	return canvas, page
}
