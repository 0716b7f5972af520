package plotting

import (
	"bytes"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgpdf"
	"gonum.org/v1/plot/vg/vgsvg"
)

// foreign has letters of Turkish, Czech and Polish, kerned pairs, a minus sign,
// what is special in XML and PDF, and a letter after which a gap is kerned.
const foreign = `Türkiye, Česko & Łódź: "AVATAR" <To> 2% (−0.1) Ağrı şu \ Ą`

// encoded gives a figure as a file.
func encoded(t testing.TB, f *Figure, format string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Encode(&b, format); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.Bytes()
}

// Files begin as their formats do, by whatever letters they are asked for.
func TestFormats(t *testing.T) {
	begin := map[string]string{"png": "\x89PNG\r\n", "svg": "<?xml", "pdf": "%PDF-1.7\n"}
	if diff := cmp.Diff([]string{"png", "svg", "pdf"}, Formats()); diff != "" {
		t.Fatalf("Formats (-want +got):\n%s", diff)
	}
	for _, format := range Formats() {
		for _, spelled := range []string{format, strings.ToUpper(format)} {
			if got := encoded(t, small(t), spelled); !bytes.HasPrefix(got, []byte(begin[format])) {
				t.Errorf("%s begins with %q", spelled, got[:8])
			}
		}
	}
	for _, format := range []string{"", "jpeg", ".png", "pdf "} {
		var b bytes.Buffer
		err := small(t).Encode(&b, format)
		if err == nil || !strings.Contains(err.Error(), "is not supported: use png, svg, pdf") || b.Len() > 0 {
			t.Errorf("%q: error %v, %d bytes", format, err, b.Len())
		}
	}
}

// What is wrong with a figure is an error in every format.
func TestFormatErrors(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*Figure)
		want   string
	}{
		{"no chart", func(f *Figure) { *f = Figure{} }, "there is no chart in it"},
		{"narrow", func(f *Figure) { f.Width = 5 * vg.Centimeter }, "a width of 5.0 cm is too small"},
		{"flat", func(f *Figure) { f.Height = 3 * vg.Centimeter }, "a height of 3.0 cm is too small"},
		{"letters", func(f *Figure) { f.Title = "日本 2%" }, `the font lacks ['日' '本']`},
		{"broken letters", func(f *Figure) { f.Note = "2%\xff" }, "the font lacks ['\uFFFD']"},
		{"control letters", func(f *Figure) { f.Source = "A\x00B" }, `the font lacks ['\x00']`},
		{"weight", func(f *Figure) { f.Theme.Font.Weight = 99 }, "Weight = 99, Style = 0 is no weight or style"},
		{"style", func(f *Figure) { f.Theme.Font.Style = -1 }, "Style = -1 is no weight or style"},
	} {
		for _, format := range Formats() {
			t.Run(tc.name+" "+format, func(t *testing.T) {
				f := small(t)
				tc.change(f)
				var b bytes.Buffer
				err := f.Encode(&b, format)
				if err == nil || !strings.Contains(err.Error(), tc.want) {
					t.Errorf("error %v, want %q", err, tc.want)
				}
				if b.Len() > 0 {
					t.Errorf("%d bytes were written all the same", b.Len())
				}
			})
		}
	}
}

// A figure gives the same bytes every time, alone and beside others.
func TestFormatsReproducible(t *testing.T) {
	for _, format := range Formats() {
		t.Run(format, func(t *testing.T) {
			f := small(t)
			f.Title = foreign
			want := encoded(t, f, format)
			got := make([]bytes.Buffer, 8)
			errs := make([]error, len(got))
			var wait sync.WaitGroup
			for i := range got {
				wait.Add(1)
				go func() {
					defer wait.Done()
					errs[i] = f.Encode(&got[i], format)
				}()
			}
			wait.Wait()
			for i := range got {
				if errs[i] != nil || !bytes.Equal(got[i].Bytes(), want) {
					t.Errorf("goroutine %d: other bytes, or %v", i, errs[i])
				}
			}
		})
	}
}

// Vector files carry the letters they show and not the whole fonts, of 412 and
// 415 kB: base64 alone would be 1.1 MB.
func TestFormatsSmall(t *testing.T) {
	for _, format := range []string{"svg", "pdf"} {
		if n := len(encoded(t, small(t), format)); n > 100_000 {
			t.Errorf("%s: %d bytes", format, n)
		}
	}
}

// Vector canvases of the caller can be drawn on as well.
func TestDrawOnVectorCanvas(t *testing.T) {
	f := small(t)
	canvas := vgsvg.New(20*vg.Centimeter, 12*vg.Centimeter)
	if err := f.Draw(draw.New(canvas)); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := canvas.WriteTo(&b); err != nil || !strings.Contains(b.String(), ">deadline 2027<") {
		t.Errorf("the deadline is not in the file, or %v", err)
	}
	if err := f.Draw(draw.New(vgpdf.New(20*vg.Centimeter, 12*vg.Centimeter))); err != nil {
		t.Error(err)
	}
}
