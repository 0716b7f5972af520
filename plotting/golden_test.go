package plotting

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"gonum.org/v1/plot/cmpimg"
)

var update = flag.Bool("update", false, "write the golden images anew")

// tolerance is what two images may differ in at any pixel; a colour that is
// another by ten levels is more.
const tolerance = 0.01

// checkGolden compares a figure with testdata/name.png, in full colour: which
// colours a palette has may depend on the last bit. The tolerance leaves room for
// the rounding of other processors, not for a moved label.
func checkGolden(t *testing.T, name string, f *Figure) {
	t.Helper()
	page, _, err := f.pixels()
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := png.Encode(&got, page); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", name+".png")
	if *update {
		if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (run go test -update, and look at the image)", err)
	}
	same, err := cmpimg.EqualApprox("png", got.Bytes(), want, tolerance)
	if err != nil {
		t.Fatal(err)
	}
	if !same {
		failed := filepath.Join(os.TempDir(), "pledgesim-"+name+".png")
		if err := os.WriteFile(failed, got.Bytes(), 0o644); err != nil {
			t.Error(err)
		}
		t.Errorf("the figure differs from %s: look at %s, then run go test -update if it is right", path, failed)
	}
}

// A colour that is another by ten levels must not pass.
func TestTolerance(t *testing.T) {
	encode := func(c color.Color) []byte {
		one := image.NewRGBA(image.Rect(0, 0, 1, 1))
		one.Set(0, 0, c)
		var b bytes.Buffer
		if err := png.Encode(&b, one); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	c := color.NRGBA{R: 100, G: 100, B: 100, A: 255}
	for i, other := range []color.NRGBA{{110, 100, 100, 255}, {100, 110, 100, 255}, {100, 100, 110, 255}} {
		if same, err := cmpimg.EqualApprox("png", encode(c), encode(other), tolerance); same || err != nil {
			t.Errorf("ten levels of channel %d pass: %v", i, err)
		}
	}
}
