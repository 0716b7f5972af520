package plotting

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image/color"
	"image/png"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"

	"github.com/pledgesim/pledgesim"
	"github.com/pledgesim/pledgesim/projection"
)

// small is a figure that is quick to draw.
func small(t testing.TB) *Figure {
	t.Helper()
	f, err := Paths("Türkiye", three(t, projection.Options{})...)
	if err != nil {
		t.Fatal(err)
	}
	f.DPI = 50
	return f
}

func TestFigureErrors(t *testing.T) {
	nan := vg.Length(math.NaN())
	for _, tc := range []struct {
		name   string
		change func(*Figure)
		want   string
	}{
		{"no chart", func(f *Figure) { *f = Figure{Title: "empty"} }, "there is no chart in it"},
		{"negative width", func(f *Figure) { f.Width = -1 }, "is no size of a page"},
		{"no number", func(f *Figure) { f.Height = nan }, "is no size of a page"},
		{"infinite", func(f *Figure) { f.Width = vg.Length(math.Inf(1)) }, "is no size of a page"},
		{"narrow", func(f *Figure) { f.Width = 5 * vg.Centimeter }, "a width of 5.0 cm is too small: give at least 6.0 cm"},
		{"flat", func(f *Figure) { f.Height = 3 * vg.Centimeter }, "a height of 3.0 cm is too small: text and chart need at least"},
		{"negative DPI", func(f *Figure) { f.DPI = -200 }, "DPI = -200"},
		{"low DPI", func(f *Figure) { f.DPI = 35 }, "DPI = 35 is too small: give at least 36"},
		{"wide", func(f *Figure) { f.Width = 201 * vg.Centimeter }, "too large: at most 200 cm"},
		{"high", func(f *Figure) { f.Height = 1e9 }, "too large: at most 200 cm"},
		{"endless", func(f *Figure) { f.Note = strings.Repeat("a long note ", 8_000) }, "more than 200 cm: give a larger Width or shorter texts"},
		{"hairline", func(f *Figure) { f.Width = 1 }, "a width of 0.0 cm is too small"},
		{"typed nil", func(f *Figure) { f.Theme.Handler = (*text.Plain)(nil) }, "Theme.Handler is a nil pointer"},
		{"letters", func(f *Figure) { f.Title = "日本 2%" }, `the font lacks ['日' '本']: write the text without them`},
		{"control letters", func(f *Figure) { f.Source = "A\x00B" }, `the font lacks ['\x00']`},
		{"huge", func(f *Figure) { f.DPI = 100_000 }, "at most 100 million pixels"},
		{"no such font", func(f *Figure) { f.Theme.Font = font.Font{Typeface: "Arial"} }, `there is no font "Arial-Regular"`},
		{"no such variant", func(f *Figure) { f.Theme.Font = font.Font{Typeface: "Liberation", Variant: "Comic"} }, "there is no font"},
		{"no cache", func(f *Figure) { f.Theme.Handler = text.Plain{} }, "there is no font"},
		{"text size", func(f *Figure) { f.Theme.TextSize = -1 }, "Theme.TextSize = -1 is no size of text"},
		{"translucent", func(f *Figure) { f.Theme.Rule = color.NRGBA{A: 80} }, "Theme.Rule is translucent"},
		{"few colours", func(f *Figure) { f.Theme.Colours = []color.Color{color.Black} }, "has 1 colours, the chart needs 3"},
		{"nil colour", func(f *Figure) { f.Theme.Colours = []color.Color{nil, nil, nil} }, "Theme.Colours[0] is nil"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := small(t)
			tc.change(f)
			var b bytes.Buffer
			err := f.Encode(&b, "png")
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("error %v, want %q", err, tc.want)
			}
			if b.Len() > 0 {
				t.Errorf("%d bytes were written all the same", b.Len())
			}
		})
	}
}

func TestSave(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "figure.png")
	if err := os.WriteFile(path, []byte("an older file"), 0o600); err != nil {
		t.Fatal(err)
	}
	f := small(t)
	if err := f.Save(path); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := png.Decode(file); err != nil {
		t.Error(err)
	}
	checkFiles(t, folder, "figure.png")
}

// What is replaced keeps its permissions, a link stays a link, and a long name
// is no reason to fail.
func TestSaveOver(t *testing.T) {
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	if err := errors.Join(os.WriteFile(at("old.png"), nil, 0o600), os.Chmod(at("old.png"), 0o640),
		os.Symlink("old.png", at("link.png")), os.Symlink("new.png", at("ahead.png"))); err != nil {
		t.Skip(err)
	}
	long := strings.Repeat("n", 235) + ".png"
	for _, name := range []string{"link.png", "ahead.png", long} {
		if err := small(t).Save(at(name)); err != nil {
			t.Fatal(err)
		}
	}
	info, err := os.Stat(at("old.png"))
	if err != nil || info.Size() == 0 || info.Mode().Perm() != 0o640 {
		t.Errorf("the file behind the link: %v, %v", info, err)
	}
	for _, name := range []string{"link.png", "ahead.png"} {
		if info, err := os.Lstat(at(name)); err != nil || info.Mode()&fs.ModeSymlink == 0 {
			t.Errorf("%s is no link any more: %v, %v", name, info, err)
		}
	}
	checkFiles(t, folder, "ahead.png", "link.png", "new.png", long, "old.png")
}

func TestNilFigure(t *testing.T) {
	var f *Figure
	for name, err := range map[string]error{
		"Encode": f.Encode(&bytes.Buffer{}, "png"), "Save": f.Save("figure.png"),
		"Draw": f.Draw(draw.New(vgimg.New(100, 100))),
	} {
		if err == nil || !strings.Contains(err.Error(), "it is nil") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// Control characters would end a text chunk; the page breaks at tabs as at spaces.
func TestPrintable(t *testing.T) {
	if got, want := printable("a\x00b\tc\nd\u0085e"), "abc\nde"; got != want {
		t.Errorf("printable = %q, want %q", got, want)
	}
}

// A theme in which only the background is dark is legible.
func TestDarkBackground(t *testing.T) {
	dark := color.NRGBA{R: 20, G: 24, B: 32, A: 255}
	theme, err := Theme{Background: dark}.filled()
	if err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		shade       color.Color
		least, most float64
	}{
		"Ink": {theme.Ink, 12, 21}, "Muted": {theme.Muted, 7, 15}, "Rule": {theme.Rule, 1.1, 2}, "Tint": {theme.Tint, 1.02, 1.3},
	} {
		if got := contrast(tc.shade, dark); got < tc.least || got > tc.most {
			t.Errorf("%s has contrast %.2f, want %v to %v", name, got, tc.least, tc.most)
		}
	}
}

func TestSaveErrors(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "taken.png"), 0o755); err != nil {
		t.Fatal(err)
	}
	missing := filepath.Join(folder, "missing", "figure.png")
	for _, tc := range []struct {
		path, want string
	}{
		{filepath.Join(folder, "figure"), "has no extension to tell the format: use .png"},
		{filepath.Join(folder, "figure.svgz"), `format "svgz" is not supported: use png`},
		{missing, "no such file"},
		{filepath.Join(folder, "taken.png"), "there is a folder of this name: nothing was written to it"},
	} {
		err := small(t).Save(tc.path)
		if err == nil || !strings.Contains(err.Error(), tc.want) || !strings.Contains(err.Error(), tc.path) {
			t.Errorf("Save(%q): %v, want the path and %q", tc.path, err, tc.want)
		}
	}
	if err := small(t).Save(missing); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v is not fs.ErrNotExist", err)
	}
	bad := small(t)
	bad.DPI = -1
	if err := bad.Save(filepath.Join(folder, "bad.png")); err == nil {
		t.Error("a figure that cannot be drawn was saved")
	}
	checkFiles(t, folder, "taken.png")
}

// checkFiles makes sure that nothing else is left in a folder.
func checkFiles(t *testing.T, folder string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, fs.ErrClosed }

func TestEncodeToFailingWriter(t *testing.T) {
	if err := small(t).Encode(failing{}, "PNG"); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("error %v, want %v", err, fs.ErrClosed)
	}
}

// TestChunks reads the file chunk by chunk, as other programs do.
func TestChunks(t *testing.T) {
	f := small(t)
	f.DPI = 100
	var b bytes.Buffer
	if err := f.Encode(&b, "png"); err != nil {
		t.Fatal(err)
	}
	var order []string
	texts := map[string]string{}
	for data := b.Bytes()[8:]; len(data) > 0; {
		n := binary.BigEndian.Uint32(data)
		kind, body := string(data[4:8]), data[8:8+n]
		if sum := binary.BigEndian.Uint32(data[8+n:]); sum != crc32.ChecksumIEEE(data[4:8+n]) {
			t.Errorf("chunk %s has a wrong checksum", kind)
		}
		if len(order) == 0 || order[len(order)-1] != kind {
			order = append(order, kind)
		}
		switch kind {
		case "pHYs":
			if got, want := binary.BigEndian.Uint32(body), uint32(3937); got != want || body[8] != 1 {
				t.Errorf("%d pixels per unit %d, want %d per metre", got, body[8], want)
			}
		case "tEXt":
			keyword, value, _ := strings.Cut(string(body), "\x00")
			texts[keyword] = value
		case "iTXt":
			keyword, value, _ := strings.Cut(string(body), "\x00\x00\x00\x00\x00")
			texts[keyword] = value
		}
		data = data[12+n:]
	}
	if diff := cmp.Diff([]string{"IHDR", "pHYs", "iTXt", "tEXt", "PLTE", "IDAT", "IEND"}, order); diff != "" {
		t.Errorf("chunks (-want +got):\n%s", diff)
	}
	want := map[string]string{"Title": f.Title, "Description": f.Subtitle + "\n" + f.Note, "Source": f.Source, "Edition": "test-2023", "Software": "pledgesim " + pledgesim.Version}
	if diff := cmp.Diff(want, texts); diff != "" {
		t.Errorf("texts (-want +got):\n%s", diff)
	}
}

// TestTextMakesRoom checks that longer text makes the page higher, and that an
// empty one takes no room.
func TestTextMakesRoom(t *testing.T) {
	heightOf := func(change func(*Figure)) vg.Length {
		f, err := YearReached(three(t, projection.Options{})...)
		if err != nil {
			t.Fatal(err)
		}
		change(f)
		_, height, err := f.Size()
		if err != nil {
			t.Fatal(err)
		}
		return height
	}
	usual := heightOf(func(*Figure) {})
	if long := heightOf(func(f *Figure) { f.Title = strings.Repeat("a long title ", 20) }); long <= usual {
		t.Errorf("a long title makes no room: %v, was %v", long, usual)
	}
	if short := heightOf(func(f *Figure) { f.Note = "" }); short >= usual {
		t.Errorf("no note takes room: %v, was %v", short, usual)
	}
	if fixed := heightOf(func(f *Figure) { f.Height = 15 * vg.Centimeter }); fixed != 15*vg.Centimeter {
		t.Errorf("height %v, want 15 cm", fixed)
	}
}

func TestDrawOnOwnCanvas(t *testing.T) {
	f := small(t)
	canvas := vgimg.New(20*vg.Centimeter, 12*vg.Centimeter)
	if err := f.Draw(draw.New(canvas)); err != nil {
		t.Fatal(err)
	}
	seen := map[color.Color]bool{}
	for x := range canvas.Image().Bounds().Dx() {
		for y := range canvas.Image().Bounds().Dy() {
			seen[canvas.Image().At(x, y)] = true
		}
	}
	for i := range 3 {
		r, g, b, _ := okabeIto()[i].RGBA()
		if !seen[color.RGBA{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8), A: 255}] {
			t.Errorf("colour %d of the scenarios is not in the figure", i)
		}
	}
}

func TestReadable(t *testing.T) {
	white, ink := grey(255), grey(34)
	for i, c := range okabeIto() {
		if got := contrast(readable(c, ink, white), white); got < 4.5 {
			t.Errorf("text in colour %d has contrast %.1f, want at least 4.5", i, got)
		}
	}
	if got := fmt.Sprintf("%.2f", contrast(color.Black, color.White)); got != "21.00" {
		t.Errorf("contrast of black and white = %s, want 21.00", got)
	}
}
