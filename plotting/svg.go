package plotting

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// svg gives the bytes of an SVG file.
func (f *Figure) svg() ([]byte, error) {
	width, height, err := f.Size()
	if err != nil {
		return nil, err
	}
	canvas := vgsvg.NewWith(vgsvg.UseWH(width, height))
	var used alphabets
	if err := f.Draw(draw.NewCanvas(noted{canvas, &used}, width, height)); err != nil {
		return nil, err
	}
	var drawn bytes.Buffer
	if _, err := canvas.WriteTo(&drawn); err != nil {
		return nil, fmt.Errorf("figure: %w", err)
	}
	head, body, _ := strings.Cut(drawn.String(), "<svg ")
	root, body, _ := strings.Cut(body, ">")
	var out strings.Builder
	// Joins of lines are round, as in images.
	out.WriteString(head + `<svg role="img" text-rendering="geometricPrecision" stroke-linejoin="round" ` + root + ">\n")
	out.WriteString(f.svgFacts())
	out.WriteString("<style>\n")
	for _, a := range used {
		face, name, err := used.fontFace(a)
		if err != nil {
			return nil, fmt.Errorf("figure: %w", err)
		}
		out.WriteString(face)
		// A text may begin with a space, because kerned letters are set apart.
		body = strings.ReplaceAll(body, `style="font-family:`+family(a)+`;`, `xml:space="preserve" style="font-family:`+name+`;`)
	}
	out.WriteString("</style>" + body)
	return []byte(out.String()), nil
}

// fontFace is the rule of a style sheet that gives the letters of a font to the
// file, and the list of families that text names: that of the file, whose name no other
// file on a page of a browser has, and those of programs that use fonts of
// their own only.
func (as alphabets) fontFace(a *alphabet) (rule, families string, err error) {
	subset, err := a.subset()
	if err != nil {
		return "", "", err
	}
	installed := "'" + family(a) + "'"
	own := "'" + as.tag() + " " + family(a) + "'"
	style := []string{"normal", "italic", "oblique"}[a.font.Style]
	weight := 400 + 100*a.font.Weight
	rule = fmt.Sprintf("@font-face{font-family:%s;font-weight:%d;font-style:%s;src:url(data:font/ttf;base64,%s) format('truetype')}\n",
		own, weight, style, base64.StdEncoding.EncodeToString(subset.bytes()))
	return rule, own + "," + installed + ",Arial,Helvetica,sans-serif", nil
}

// family is the family that a font says it is of, as vgsvg writes it.
func family(a *alphabet) string {
	const familyName = 1 // golang.org/x/image/font/sfnt.NameIDFamily
	name, _ := a.face.Face.Name(nil, familyName)
	return name
}

// svgFacts is what an SVG file says about itself, title and description in the
// elements that are read out to those who cannot see the figure.
func (f *Figure) svgFacts() string {
	var b strings.Builder
	for _, one := range f.facts() {
		begin, end := "<metadata>"+one.keyword+": ", "</metadata>\n"
		switch one.keyword {
		case "Title":
			begin, end = "<title>", "</title>\n"
		case "Description":
			begin, end = "<desc>", "</desc>\n"
		}
		b.WriteString(begin)
		_ = xml.EscapeText(&b, []byte(one.text)) // into memory: there is no error
		b.WriteString(end)
	}
	return b.String()
}

// noted is a canvas for SVG that notes which letters it shows.
type noted struct {
	vg.Canvas
	used *alphabets
}

// FillString sets text.
func (c noted) FillString(face font.Face, at vg.Point, s string) {
	s = strings.ToValidUTF8(s, "\uFFFD") // which vgsvg leaves as it is
	c.used.of(face, s)
	c.Canvas.FillString(face, at, s)
}
