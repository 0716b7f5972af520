package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/cmpimg"

	"github.com/pledgesim/pledgesim/plotting"
)

var update = flag.Bool("update", false, "write GALLERY.md and its images anew")

const (
	images = "testdata"
	doc    = "../../GALLERY.md"

	// galleryDPI keeps the images of the gallery small; mostBytes is what all of
	// them may have together.
	galleryDPI = 110
	mostBytes  = 1_500_000

	// tolerance of a pixel leaves room for the rounding of other processors.
	tolerance = 0.02
)

// The gallery is what the library draws: every image within tolerance, and the
// page word for word.
func TestGalleryIsCurrent(t *testing.T) {
	figures, err := options{format: "png", dpi: galleryDPI}.figures(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	text, err := page(figures, os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	drawn := t.TempDir()
	if err := plotting.SaveAll(context.Background(), drawn, figures...); err != nil {
		t.Fatal(err)
	}
	if *update {
		err := errors.Join(os.RemoveAll(images), os.CopyFS(images, os.DirFS(drawn)), os.WriteFile(doc, text, 0o666))
		if err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(doc); err != nil || !bytes.Equal(got, text) {
		t.Errorf("GALLERY.md is not current (%v): run go test ./examples/gallery -update (-want +got):\n%s", err, cmp.Diff(string(text), string(got)))
	}
	total := 0
	for _, f := range figures {
		want, err := os.ReadFile(filepath.Join(images, f.Name))
		if err != nil {
			t.Error(err)
			continue
		}
		total += len(want)
		got, err := os.ReadFile(filepath.Join(drawn, f.Name))
		if err != nil {
			t.Fatal(err)
		}
		if same, err := cmpimg.EqualApprox("png", got, want, tolerance); err != nil || !same {
			t.Errorf("%s differs from the gallery (%v): look at it, and if it is meant run go test ./examples/gallery -update", f.Name, err)
		}
	}
	if files, err := os.ReadDir(images); err != nil || len(files) != len(figures) {
		t.Errorf("the gallery has %d images, want %d (%v)", len(files), len(figures), err)
	}
	if total > mostBytes {
		t.Errorf("the images have %d bytes together, more than %d", total, mostBytes)
	}
}

// Each image says from which edition its figures are, and a simulation its seed.
func TestImagesSayWhereTheyAreFrom(t *testing.T) {
	drawn := map[string]bool{"fan.png": true, "fan-grid.png": true, "chance.png": true, "calibration.png": true, "backtest-fan.png": true, "count-fan.png": true}
	files, err := filepath.Glob(filepath.Join(images, "*.png"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, path := range files {
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(file, []byte("tEXtEdition\x00nato-")) {
			t.Errorf("%s does not say its edition", path)
		}
		if seed := bytes.Contains(file, []byte("tEXtSeed\x002026")); seed != drawn[filepath.Base(path)] {
			t.Errorf("%s says a seed: %v", path, seed)
		}
	}
}

// Every chart function of package plotting is in the gallery.
func TestGalleryIsComplete(t *testing.T) {
	page, err := os.ReadFile(doc)
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	names := chartFunctions(t)
	if count := fmt.Sprintf("%d charts", len(names)); strings.Count(string(readme), count) != 2 {
		t.Errorf("the README does not say twice that there are %s", count)
	}
	for _, name := range names {
		if !strings.Contains(string(page), "plotting."+name+"(") {
			t.Errorf("plotting.%s is not in GALLERY.md", name)
		}
	}
}

// The program draws each look, page and format, and says what it drew.
func TestFlags(t *testing.T) {
	for _, args := range [][]string{
		{"-theme", "dark", "-page", "slide", "-dpi", "40"},
		{"-theme", "print", "-page", "report", "-format", "pdf"},
		{"-page", "square", "-format", "svg"},
	} {
		dir, out := filepath.Join(t.TempDir(), "new"), bytes.Buffer{}
		if err := run(append(args, "-out", dir), &out); err != nil {
			t.Fatal(err)
		}
		files, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		if lines := strings.Count(out.String(), "\n"); lines != len(files) || lines == 0 {
			t.Errorf("%v: %d lines about %d files", args, lines, len(files))
		}
	}
}

func TestFlagErrors(t *testing.T) {
	for _, c := range []struct{ flag, value, want string }{
		{"-out", "", "-out: name a folder"},
		{"-format", "gif", `-format: unknown format "gif", choose one of png, svg, pdf`},
		{"-page", "poster", `-page: unknown page "poster", choose one of any, report, slide, square`},
		{"-theme", "blue", `-theme: unknown theme "blue", choose one of light, print, dark`},
		{"-dpi", "many", "many"},
		{"-dpi", "-3", "DPI = -3"},
	} {
		dir := filepath.Join(t.TempDir(), "out")
		err := run([]string{"-out", dir, c.flag, c.value}, &bytes.Buffer{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %s: error %v, want one about %q", c.flag, c.value, err, c.want)
		}
	}
	if err := run([]string{"DEU"}, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), `"DEU"`) {
		t.Errorf("error %v", err)
	}
	var help bytes.Buffer
	if err := run([]string{"-help"}, &help); !errors.Is(err, flag.ErrHelp) || !strings.Contains(help.String(), "-theme") {
		t.Errorf("error %v, help %q", err, help.String())
	}
	if _, err := os.Stat("out"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder was made: %v", err)
	}
}
