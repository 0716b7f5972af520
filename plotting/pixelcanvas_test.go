package plotting

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// drawnOn gives the pixels of a page of 200 by 40 points on which something is
// drawn, by this package's canvas or by vgimg itself.
func drawnOn(t *testing.T, ours bool, dpi int, paint func(c vg.Canvas, theme Theme)) *image.RGBA {
	t.Helper()
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	canvas, page := blank(200, 40, dpi, color.White)
	if ours {
		paint(newPixelCanvas(canvas, page), theme)
	} else {
		paint(canvas, theme)
	}
	return page
}

// ink is how much of a page is covered, in pixels, and the middle of it.
func ink(m *image.RGBA) (covered, x, y float64) {
	for i := 0; i < len(m.Pix); i += 4 {
		part := float64(255-m.Pix[i]) / 255
		covered += part
		x += part * float64(i/4%m.Rect.Dx())
		y += part * float64(i/4/m.Rect.Dx())
	}
	return covered, x / covered, y / covered
}

// Text covers as much as vgimg lets it, in the same place but for half a pixel.
func TestPixelCanvasText(t *testing.T) {
	for _, dpi := range []int{36, 100, 200} {
		paint := func(c vg.Canvas, theme Theme) {
			page := draw.NewCanvas(c, 200, 40)
			write(page, "Türkiye reaches 2% of GDP. VAT", theme.label(color.Black), draw.XLeft, 10.3, 12.7)
			write(page, "in 2032", theme.small(color.Black), draw.XRight, 190, 25.1)
		}
		area, x, y := ink(drawnOn(t, true, dpi, paint))
		wantArea, wantX, wantY := ink(drawnOn(t, false, dpi, paint))
		if math.Abs(area/wantArea-1) > 0.01 {
			t.Errorf("at %d dpi text covers %.1f pixels, want %.1f", dpi, area, wantArea)
		}
		if math.Abs(x-wantX) > 0.5 || math.Abs(y-wantY) > 0.6 {
			t.Errorf("at %d dpi the middle of the text is %.2f, %.2f, want %.2f, %.2f", dpi, x, y, wantX, wantY)
		}
	}
}

// What is turned, moved or enlarged is vgimg's, up to the state before.
func TestPixelCanvasMoved(t *testing.T) {
	for name, move := range map[string]func(vg.Canvas){
		"turned":   func(c vg.Canvas) { c.Rotate(0.1) },
		"moved":    func(c vg.Canvas) { c.Translate(vg.Point{X: 3.3, Y: 4.4}) },
		"enlarged": func(c vg.Canvas) { c.Scale(1.1, 1.1) },
	} {
		t.Run(name, func(t *testing.T) {
			paint := func(c vg.Canvas, theme Theme) {
				c.SetColor(color.NRGBA{R: 200, A: 255})
				c.Push()
				c.SetColor(nil) // black
				move(c)
				face := theme.Handler.Cache().Lookup(theme.Font, 10)
				c.FillString(face, vg.Point{X: 20.2, Y: 10.1}, "GDP")
				c.Pop()
				c.Fill(rect(150, 10, 160, 20).Path()) // red
			}
			if !bytes.Equal(drawnOn(t, true, 100, paint).Pix, drawnOn(t, false, 100, paint).Pix) {
				t.Error("the pixels are not those of vgimg")
			}
		})
	}
	at := func(before func(vg.Canvas)) []uint8 {
		return drawnOn(t, true, 100, func(c vg.Canvas, theme Theme) {
			before(c)
			c.FillString(theme.Handler.Cache().Lookup(theme.Font, 10), vg.Point{X: 20.2, Y: 10.1}, "GDP")
		}).Pix
	}
	turned := func(c vg.Canvas) { c.Push(); c.Rotate(1); c.Pop() }
	if !bytes.Equal(at(turned), at(func(vg.Canvas) {})) {
		t.Error("text after what was turned is not as it was before")
	}
}

// A blank canvas is as large as the page, and in its colour up to the edges.
func TestBlank(t *testing.T) {
	ground := color.RGBA{R: 20, G: 24, B: 32, A: 255}
	canvas, page := blank(100.3, 50.2, 144, ground) // 200.6 by 100.4 pixels
	if canvas.DPI() != 144 || page.Rect != image.Rect(0, 0, 201, 100) {
		t.Errorf("%v at %v dpi", page.Rect, canvas.DPI())
	}
	for y := range 100 {
		for x := range 201 {
			if page.RGBAAt(x, y) != ground {
				t.Fatalf("the pixel at %d, %d is %v", x, y, page.RGBAAt(x, y))
			}
		}
	}
	if canvas.Image() != page {
		t.Error("the pixels are not those that the canvas draws on")
	}
}
