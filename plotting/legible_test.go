package plotting

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/recorder"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// A word is a line of text and what its capitals cover of the page.
type word struct {
	text string
	box  vg.Rectangle
}

// overlaps reports whether two words cover each other, by more than rounding.
func (w word) overlaps(other word) bool {
	const slack = 0.05
	a, b := w.box, other.box
	return a.Min.X < b.Max.X-slack && b.Min.X < a.Max.X-slack && a.Min.Y < b.Max.Y-slack && b.Min.Y < a.Max.Y-slack
}

// A reader is a text handler that notes where each line of text stands.
type reader struct {
	text.Handler
	words *[]word
}

// Draw notes the line; the baseline is where text.Plain has it.
func (r reader) Draw(_ vg.Canvas, line string, style text.Style, at vg.Point) {
	if strings.TrimSpace(line) == "" {
		return
	}
	width := style.Width(line)
	left := at.X + vg.Length(style.XAlign)*width
	base := at.Y + style.Height(line)*vg.Length(style.YAlign) - style.FontExtents().Ascent + style.Font.Size
	*r.words = append(*r.words, word{line, rect(left, base, left+width, base+capHeight(style))})
}

// words gives all lines of text of a figure, and the page.
func words(f *Figure) (all []word, page vg.Rectangle, err error) {
	width, height, err := f.Size()
	if err != nil {
		return nil, page, err
	}
	theme, err := f.Theme.filled()
	if err != nil {
		return nil, page, err
	}
	copied := *f
	copied.Theme.Handler = reader{theme.Handler, &all}
	err = copied.Draw(draw.NewCanvas(&recorder.Canvas{}, width, height))
	return all, rect(0, 0, width, height), err
}

// legible gives an error for each word of a figure that leaves the page or covers
// another one.
func legible(f *Figure) error {
	all, page, err := words(f)
	if err != nil {
		return err
	}
	var faults []error
	for i, w := range all {
		if w.box.Min.X < page.Min.X || w.box.Min.Y < page.Min.Y || w.box.Max.X > page.Max.X || w.box.Max.Y > page.Max.Y {
			faults = append(faults, fmt.Errorf("%q leaves the page of %.1f by %.1f cm", w.text, cm(page.Max.X), cm(page.Max.Y)))
		}
		for _, other := range all[:i] {
			if w.overlaps(other) {
				faults = append(faults, fmt.Errorf("%q covers %q", w.text, other.text))
			}
		}
	}
	return errors.Join(faults...)
}

// longNamed is a run of n members with names of 40 letters, under three scenarios.
func longNamed(t testing.TB, n int) []*projection.Result {
	var ms []scenario.Member
	for i := range n {
		now := 0.9 + 1.3*float64(i*7%n)/float64(n)
		name := fmt.Sprintf("%02d The Commonwealth of Northern Islands Ü", i)
		ms = append(ms, country(fmt.Sprintf("M%02d", i), name, now-0.2, now-0.1, now-0.1, now-0.05, now))
	}
	d := dataset(t, "test-2023", ms...)
	return []*projection.Result{
		run(t, d, plan("As in the last four years", openTarget, scenario.Drift{Years: 4}), projection.Options{}),
		run(t, d, plan("2% by 2027", dueTarget, scenario.Ramp{}), projection.Options{}),
		run(t, d, plan("3% a year in real terms", openTarget, scenario.Budget{RealGrowth: 3 * scenario.Percent}), projection.Options{}),
	}
}

// everyChart makes each chart of some results.
func everyChart(rs []*projection.Result) map[string]func() (*Figure, error) {
	first := rs[0].Codes()[0]
	return map[string]func() (*Figure, error){
		"YearReached": func() (*Figure, error) { return YearReached(rs...) },
		"Paths":       func() (*Figure, error) { return Paths(first, rs...) },
		"Ranking":     func() (*Figure, error) { return Ranking(rs[0], 2030) },
		"Count":       func() (*Figure, error) { return Count(rs...) },
		"Slope":       func() (*Figure, error) { return Slope(rs[0], 2018, 2030) },
		"Grid":        func() (*Figure, error) { return Grid(rs...) },
		"Gap":         func() (*Figure, error) { return Gap(rs[0]) },
		"PathsOf":     func() (*Figure, error) { return PathsOf(rs[0], first) },
		"RankingOf": func() (*Figure, error) {
			return RankingOf(rs[0], RankingOptions{Year: 2030, Before: 2019, Guidelines: []float64{0.015, 0.02}})
		},
	}
}

// On every page and for any number of members, with names of 40 letters, all that
// is written can be read: nothing covers anything or leaves the page.
func TestEveryChartIsLegible(t *testing.T) {
	for _, n := range []int{1, 2, 7, 12, 19, 31} {
		for name, chart := range everyChart(longNamed(t, n)) {
			for _, page := range []Page{AnyPage, Report, Slide, Square} {
				f, err := chart()
				if err != nil {
					t.Fatalf("%s of %d members: %v", name, n, err)
				}
				f.Page = page
				if err := legible(f); err != nil {
					t.Errorf("%s of %d members, page %d: %v", name, n, page, err)
				}
			}
		}
	}
}

// The reader finds what it should.
func TestLegible(t *testing.T) {
	f := small(t)
	if err := legible(f); err != nil {
		t.Error(err)
	}
	all, _, err := words(f)
	if err != nil || len(all) < 10 {
		t.Fatalf("%d words, %v", len(all), err)
	}
	if !all[0].overlaps(all[0]) {
		t.Error("a word does not cover itself")
	}
}
