package plotting

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// odd are what members, scenarios and sources may be called, and no font or page is
// made for.
var odd = []string{
	"", " ", "\u00a0", "<b>&amp;</b>", "%s%d", "=1+1", `"quoted"`, "日本国", "עִבְרִית", "🇺🇦🚀", "e\u0301\u0302\u0303\u0304", "\u202eright to left", "\u200b\u200d\ufeff", "\ufffd",
	"a\u2028b", strings.Repeat("W", scenario.MaxName-1), strings.Repeat("many words ", 18), strings.Repeat("i", scenario.MaxName-1), "$\\frac{a}{b}$", "C:\\x", "~", "-1",
}

// oddly draws two members that are called odd names, or what a fuzzer gives.
func oddly(t *testing.T, given string, pick byte, shares []float64) made {
	t.Helper()
	return called(t, pick, shares, func(i int) string {
		names := append([]string{given}, odd...)
		return names[(int(pick)+i)%len(names)]
	})
}

// called draws two members, with names and notes as a function gives them; the members'
// own are the third and fourth.
func called(t *testing.T, pick byte, shares []float64, name func(int) string) made {
	t.Helper()
	d, err := scenario.NewDataset(name(1), name(2), country("AAA", name(3), shares...), country("BBB", name(4), 1, 2, 3))
	if err != nil {
		t.Skip(err) // no names at all
	}
	d.Quantity, d.Denominator = name(5), name(6)
	d.Notes, d.Sources = []string{name(7)}, []scenario.Source{{Publisher: name(8), Title: name(9)}}
	m := makeUp(t, uint64(pick), 2)
	m.rs, m.first = nil, "AAA"
	o := projection.Options{Base: 2019, To: 2021 + int(pick%40), Draws: 3}
	s := scenario.Scenario{Name: name(10), Note: name(11), Pledge: scenario.Target{Share: 0.02, By: 2020 + 5 + int(pick%9)}, Growth: scenario.AR1{Around: scenario.Constant(0.01), SD: 0.02}, Response: scenario.Shocked{Response: scenario.Ramp{}, SD: 0.1}}
	r, err := projection.Run(d, s, o)
	if err != nil {
		t.Skip(err)
	}
	s.Name, s.Response = name(12), scenario.Drift{}
	second, err := projection.Run(d, s, o)
	if err != nil {
		t.Skip(err)
	}
	m.rs = []*projection.Result{r, second}
	if r.Scenario.Name == second.Scenario.Name {
		m.rs = m.rs[:1]
	}
	if m.ensemble, err = projection.Simulate(context.Background(), d, r.Scenario, o); err != nil {
		t.Skip(err)
	}
	return m
}

// A member without a name, as of a file without a line about it, is called by its code.
func TestMembersWithoutNames(t *testing.T) {
	drawn := 0
	for _, k := range kinds {
		m := called(t, 0, []float64{1.5, 1, 1.7}, func(i int) string {
			if i == 3 || i == 4 {
				return strings.Repeat(" ", i-3)
			}
			return fmt.Sprint("name ", i)
		})
		fig, err := k.chart(m)
		if err != nil {
			continue // figures before the first, or the same scenario twice
		}
		drawn++
		var b bytes.Buffer
		if err := fig.Encode(&b, "svg"); err != nil {
			t.Errorf("%s: %v", k.name, err)
		}
		if k.name == "YearReached" && !strings.Contains(b.String(), ">BBB<") {
			t.Error("no row is called BBB")
		}
	}
	if drawn < len(kinds)/2 {
		t.Errorf("%d of %d charts were made", drawn, len(kinds))
	}
}

// Whatever things are called and shares were, each chart is drawn in each format or
// refused with an error.
func FuzzDraw(f *testing.F) {
	for i := range max(len(odd), len(kinds)) {
		f.Add(odd[i%len(odd)], byte(i), byte(i), 1.5, 25.0)
	}
	f.Fuzz(func(t *testing.T, given string, pick, kind byte, before, last float64) {
		k := kinds[int(kind)%len(kinds)]
		fig, err := k.chart(oddly(t, given, pick, []float64{before, 1, last}))
		if (fig == nil) == (err == nil) {
			t.Fatalf("%s: %v and %v", k.name, fig, err)
		}
		if err != nil {
			if err.Error() == "" || strings.Contains(err.Error(), "\n\n") {
				t.Errorf("%s: %q", k.name, err)
			}
			return
		}
		fig.Page, fig.DPI = Page(pick%4), leastDPI
		for _, format := range Formats() {
			var b bytes.Buffer
			if err := fig.Encode(&b, format); err != nil && b.Len() > 0 || err == nil && b.Len() == 0 {
				t.Errorf("%s as %s: %d bytes and %v", k.name, format, b.Len(), err)
			}
		}
		if text := fmt.Sprint(fig.Title, fig.Subtitle); strings.Contains(text, "NaN") && !strings.Contains(given, "NaN") || strings.Contains(text, "%!") {
			t.Errorf("%s says %q", k.name, text)
		}
	})
}
