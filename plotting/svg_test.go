package plotting

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgsvg"

	"github.com/pledgesim/pledgesim"
)

// svgFile is what readers find in an SVG file.
type svgFile struct {
	Width   string   `xml:"width,attr"`
	Height  string   `xml:"height,attr"`
	ViewBox string   `xml:"viewBox,attr"`
	Title   string   `xml:"title"`
	Desc    string   `xml:"desc"`
	About   []string `xml:"metadata"`
	Style   string   `xml:"style"`
	Group   struct {
		Texts []struct {
			Space string `xml:"http://www.w3.org/XML/1998/namespace space,attr"`
			Style string `xml:"style,attr"`
			Text  string `xml:",chardata"`
		} `xml:"text"`
	} `xml:"g"`
}

// readSVG reads a file to its end.
func readSVG(t *testing.T, file []byte) svgFile {
	t.Helper()
	var got svgFile
	d := xml.NewDecoder(bytes.NewReader(file))
	if err := d.Decode(&got); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Token(); err != io.EOF && err != nil {
		t.Fatal(err)
	}
	return got
}

func TestSVG(t *testing.T) {
	f := small(t)
	f.Title = foreign
	got := readSVG(t, encoded(t, f, "svg"))
	// 20 cm are 566.93 points, 11.25 cm 318.9.
	if got.Width != "566.93pt" || got.Height != "318.9pt" || got.ViewBox != "0 0 566.93 318.9" {
		t.Errorf("size %s by %s of %s", got.Width, got.Height, got.ViewBox)
	}
	if want := f.Subtitle + "\n" + f.Note; got.Title != f.Title || got.Desc != want {
		t.Errorf("title %q, description %q", got.Title, got.Desc)
	}
	if diff := cmp.Diff([]string{"Source: " + f.Source, "Edition: test-2023", "Software: pledgesim " + pledgesim.Version}, got.About); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
	var drawn strings.Builder
	family := regexp.MustCompile(`^font-family:('[A-Z]{6} Liberation Sans'),'Liberation Sans',`)
	for _, text := range got.Group.Texts {
		drawn.WriteString(text.Text)
		own := family.FindStringSubmatch(text.Style)
		if own == nil || !strings.Contains(got.Style, own[1]) {
			t.Errorf("%q has style %s", text.Text, text.Style)
		}
		if text.Space != "preserve" {
			t.Errorf("%q may lose the space it begins with", text.Text)
		}
	}
	for _, want := range []string{foreign, f.Subtitle, f.Source} {
		if !strings.Contains(drawn.String(), want) {
			t.Errorf("%q is not drawn", want)
		}
	}
}

// The file carries regular and bold letters, each font once.
func TestSVGFonts(t *testing.T) {
	f := small(t)
	f.Title = foreign
	style := readSVG(t, encoded(t, f, "svg")).Style
	faces := regexp.MustCompile(`font-weight:(\d+);font-style:normal;src:url\(data:font/ttf;base64,([^)]*)\)`).FindAllStringSubmatch(style, -1)
	if len(faces) != 2 || faces[0][1] != "700" || faces[1][1] != "400" {
		t.Fatalf("%d fonts, want bold and regular", len(faces))
	}
	for _, face := range faces {
		file, err := base64.StdEncoding.DecodeString(face[2])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := readTrueType(file); err != nil {
			t.Errorf("weight %s: %v", face[1], err)
		}
	}
}

// Figures with other letters have fonts of other names, so that they can stand
// in one page of a browser.
func TestSVGFontNames(t *testing.T) {
	name := regexp.MustCompile(`font-family:'([A-Z]{6}) `)
	a, b := small(t), small(t)
	b.Note += " Ő"
	first, second := name.FindSubmatch(encoded(t, a, "svg")), name.FindSubmatch(encoded(t, b, "svg"))
	if first == nil || second == nil || bytes.Equal(first[1], second[1]) {
		t.Errorf("fonts are named %q and %q", first, second)
	}
}

// Letters that are none, which some fonts have a sign for, do not make the file
// unreadable.
func TestSVGBrokenLetters(t *testing.T) {
	canvas := vgsvg.New(100, 100)
	noted{canvas, &alphabets{}}.FillString(usualFace(t), vg.Point{}, "2%\xff")
	var b bytes.Buffer
	if _, err := canvas.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	if got := readSVG(t, b.Bytes()).Group.Texts; len(got) != 1 || got[0].Text != "2%\uFFFD" {
		t.Errorf("drawn: %q", got)
	}
}
