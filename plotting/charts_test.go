package plotting

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

func TestGolden(t *testing.T) {
	rs := three(t, projection.Options{})
	by := func(year int, share, to float64) *projection.Result {
		pledge := scenario.Target{Share: share * scenario.Percent, By: year}
		return run(t, sample(t), plan(fmt.Sprintf("%v%% by %d", share, year), pledge, scenario.Ramp{}), projection.Options{To: int(to)})
	}
	near := []*projection.Result{by(2027, 2, 2040), by(2028, 2, 2040), by(2029, 2, 2040)}
	narrow := func(f *Figure, err error) (*Figure, error) {
		if err == nil {
			f.Width = 12 * vg.Centimeter
		}
		return f, err
	}
	for _, tc := range []struct {
		name  string
		chart func() (*Figure, error)
	}{
		{"yearreached", func() (*Figure, error) { return YearReached(rs...) }},
		{"yearreached-one", func() (*Figure, error) { return YearReached(rs[0]) }},
		{"paths", func() (*Figure, error) { return Paths("Germany", rs...) }},
		{"paths-turkiye", func() (*Figure, error) { return Paths("TUR", rs[0]) }},
		{"ranking-published", func() (*Figure, error) { return Ranking(rs[0], 2021) }},
		{"ranking-projected", func() (*Figure, error) { return Ranking(rs[1], 2025) }},
		{"count", func() (*Figure, error) { return Count(rs...) }},
		{"paths-deadlines", func() (*Figure, error) { return Paths("ESP", near...) }},
		{"paths-narrow", func() (*Figure, error) { return narrow(Paths("ESP", near...)) }},
		{"paths-targets", func() (*Figure, error) {
			return Paths("ESP", by(2030, 2, 2040), by(2030, 2.1, 2040), by(2030, 2.2, 2040))
		}},
		{"paths-partners", func() (*Figure, error) { return partners(), nil }},
		{"paths-horizon", func() (*Figure, error) { return Paths("ESP", by(2035, 2, 2035)) }},
		{"count-horizon", func() (*Figure, error) { return narrow(Count(by(2035, 2, 2035))) }},
		{"yearreached-horizon", func() (*Figure, error) { return narrow(YearReached(by(2035, 2, 2035))) }},
		{"yearreached-narrow", func() (*Figure, error) { return narrow(YearReached(near...)) }},
		{"ranking-targets", func() (*Figure, error) {
			pledge := scenario.Except{Pledge: openTarget, Terms: map[string]scenario.Pledge{"TUR": scenario.Target{Share: 2.5 * scenario.Percent}, "EST": nil}}
			return Ranking(run(t, sample(t), plan("different", pledge, scenario.Hold{}), projection.Options{}), 2021)
		}},
		{"yearreached-alliance", func() (*Figure, error) { return YearReached(alliance(t, 32)...) }},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f, err := tc.chart()
			if err != nil {
				t.Fatal(err)
			}
			f.DPI = 100
			checkGolden(t, tc.name, f)
		})
	}
}

// partners is a figure in which a line covers another one, then a third.
func partners() *Figure {
	line := func(name string, shares ...float64) timeLine {
		for i := range shares {
			shares[i] *= scenario.Percent
		}
		return timeLine{label: name, values: scenario.NewSeries(2020, shares...)}
	}
	return &Figure{Title: "A with C, then with B", colours: 3, least: usualHeight, chart: &timeChart{
		first: 2018, base: 2020, last: 2028, history: scenario.NewSeries(2018, 0.008, 0.009, 0.01),
		ticks: func(room int) plot.Ticker { return PercentTicks{Most: room, Beyond: true} },
		lines: []timeLine{
			line("A", 1, 1.2, 1.4, 1.6, 1.8, 1.8, 1.8, 1.8, 1.8),
			line("B", 1, 1.1, 1.3, 1.4, 1.8, 1.8, 1.8, 1.8, 1.8),
			line("C", 1, 1.2, 1.4, 1.6, 1.8, 2.0, 2.2, 2.3, 2.3),
		}}}
}

// Nothing is asked yet in a year before a target is known.
func TestRankingBeforeTarget(t *testing.T) {
	r := run(t, sample(t), plan("later", scenario.Target{Share: 2.5 * scenario.Percent, From: 2028}, scenario.Hold{}), projection.Options{})
	for _, tc := range []struct {
		year  int
		title string
		kind  barKind
	}{
		{2027, "Defence spending in 2027 as a share of GDP", unasked},
		{2028, "None of 5 members would spend at least 2.5% of GDP in 2028", belowTarget},
	} {
		f, err := Ranking(r, tc.year)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range f.chart.(*bars).rows {
			if row.kind != tc.kind {
				t.Errorf("%d: %s is of kind %v, want %v", tc.year, row.name, row.kind, tc.kind)
			}
		}
		if f.Title != tc.title {
			t.Errorf("%d: title %q, want %q", tc.year, f.Title, tc.title)
		}
	}
}

// Where targets differ, each row has a mark at its own and there is no line that
// would hold for all.
func TestRankingTicks(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	b := &bars{targets: []float64{0.02, 0.025}, rows: []bar{{value: 0.02, target: 0.025}, {value: 0.01}, {value: 0.01, target: 0.02}}}
	if diff := cmp.Diff(plotter.XYs{{X: 0.025, Y: 0}, {X: 0.02, Y: 2}}, b.targetTicks(theme).at); diff != "" {
		t.Errorf("marks in the rows (-want +got):\n%s", diff)
	}
	if style := b.marks(theme).marks[0].style; len(style.Dashes) == 0 {
		t.Error("a line runs through all rows")
	}
	b.targets = []float64{0.018, 0.019, 0.02, 0.021, 0.022}
	if n := len(b.marks(theme).marks); n > 0 {
		t.Errorf("%d guides for five targets", n)
	}
}

// Bars with one label have one colour and stand in the order of names.
func TestRankingAsPrinted(t *testing.T) {
	d := dataset(t, "test", country("AAA", "A", 1.995), country("BBB", "B", 2.004), country("CCC", "C", 1.994))
	d.Precision = 0
	f, err := Ranking(run(t, d, plan("held", openTarget, scenario.Hold{}), projection.Options{}), 2018)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	b := f.chart.(*bars)
	for _, row := range b.rows {
		got = append(got, fmt.Sprint(row.name, " ", b.text(row), " ", row.kind == atTarget))
	}
	if diff := cmp.Diff([]string{"A 2.00% true", "B 2.00% true", "C 1.99% false"}, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

// A page must have room for a dot in every year and for names that differ.
func TestLeastWidth(t *testing.T) {
	ms := []scenario.Member{country("A", "Member of the alliance, first", 1), country("B", "Member of the alliance, second", 1)}
	r := run(t, dataset(t, "test", ms...), plan("held", openTarget, scenario.Hold{}), projection.Options{})
	for name, chart := range map[string]func() (*Figure, error){
		"YearReached": func() (*Figure, error) { return YearReached(r) },
		"Ranking":     func() (*Figure, error) { return Ranking(r, 2018) },
	} {
		f, err := chart()
		if err != nil {
			t.Fatal(err)
		}
		theme, _, err := f.ready()
		if err != nil {
			t.Fatal(err)
		}
		least := f.chart.width(theme) + 2*pageMargin
		if f.Width = least - 1; f.Encode(&bytes.Buffer{}, "png") == nil {
			t.Errorf("%s fits into less than the least width", name)
		}
		if f.Width = least; f.Encode(&bytes.Buffer{}, "png") != nil {
			t.Errorf("%s does not fit into %v", name, least)
		}
	}
}

// alliance is a run of n members under four scenarios with long names, the
// members spread over all outcomes.
func alliance(t testing.TB, n int) []*projection.Result {
	var ms []scenario.Member
	for i := range n {
		now := 0.9 + 1.3*float64(i)/float64(n)
		ms = append(ms, country(fmt.Sprintf("M%02d", i), fmt.Sprintf("Member %d of the alliance", i+1), now-0.2, now-0.1, now-0.1, now-0.05, now))
	}
	d := dataset(t, "test-2023", ms...)
	return []*projection.Result{
		run(t, d, plan("Spending goes on as in the last four years", openTarget, scenario.Drift{Years: 4}), projection.Options{}),
		run(t, d, plan("The pledge is kept by everyone, by the year 2027", dueTarget, scenario.Ramp{}), projection.Options{}),
		run(t, d, plan("Shares of GDP stay where they were in 2022", openTarget, scenario.Hold{}), projection.Options{}),
		run(t, d, plan("Budgets grow by 3% a year in real terms", openTarget, scenario.Budget{RealGrowth: 3 * scenario.Percent}), projection.Options{}),
	}
}

// TestSizes draws every chart for few and many members and scenarios.
func TestSizes(t *testing.T) {
	for _, members := range []int{1, 5, 29, 32} {
		all := alliance(t, members)
		for scenarios := 1; scenarios <= 4; scenarios++ {
			rs := all[:scenarios]
			for name, chart := range map[string]func() (*Figure, error){
				"YearReached": func() (*Figure, error) { return YearReached(rs...) },
				"Paths":       func() (*Figure, error) { return Paths("M00", rs...) },
				"Ranking":     func() (*Figure, error) { return Ranking(rs[0], 2030) },
				"Count":       func() (*Figure, error) { return Count(rs...) },
			} {
				f, err := chart()
				if err != nil {
					t.Fatalf("%s of %d members: %v", name, members, err)
				}
				f.DPI = leastDPI
				if err := f.Encode(&bytes.Buffer{}, "png"); err != nil {
					t.Errorf("%s of %d members, %d scenarios: %v", name, members, scenarios, err)
				}
				for what, text := range map[string]string{"title": f.Title, "subtitle": f.Subtitle, "source": f.Source} {
					if text == "" {
						t.Errorf("%s has no %s", name, what)
					}
				}
				if !strings.Contains(f.Source, "edition test-2023") {
					t.Errorf("%s does not name the edition: %q", name, f.Source)
				}
			}
		}
	}
}

// TestSameBytes saves one figure again and again, also at the same time.
func TestSameBytes(t *testing.T) {
	rs := three(t, projection.Options{})
	encode := func() []byte {
		f, err := Paths("Germany", rs...)
		if err != nil {
			t.Error(err)
			return nil
		}
		f.DPI = 100
		var b bytes.Buffer
		if err := f.Encode(&b, "png"); err != nil {
			t.Error(err)
		}
		return b.Bytes()
	}
	want := encode()
	var wait sync.WaitGroup
	for range 8 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			if !bytes.Equal(encode(), want) {
				t.Error("the same figure gave other bytes")
			}
		}()
	}
	wait.Wait()
}

func TestChartErrors(t *testing.T) {
	rs := three(t, projection.Options{})
	later := run(t, sample(t), plan("longer", openTarget, scenario.Hold{}), projection.Options{To: 2035})
	earlier := run(t, sample(t), plan("from 2020", openTarget, scenario.Hold{}), projection.Options{Base: 2020})
	idle := run(t, sample(t), plan("no pledge", nil, scenario.Hold{}), projection.Options{})
	var many []*projection.Result
	for i := range maxScenarios + 1 {
		many = append(many, run(t, sample(t), plan(fmt.Sprint("scenario ", i), openTarget, scenario.Hold{}), projection.Options{}))
	}
	two := func(f func(...*projection.Result) (*Figure, error), rs ...*projection.Result) func() (*Figure, error) {
		return func() (*Figure, error) { return f(rs...) }
	}
	for _, tc := range []struct {
		name  string
		chart func() (*Figure, error)
		want  string
		is    error
	}{
		{"no results", two(YearReached), "YearReached: there are no results", nil},
		{"no results for paths", func() (*Figure, error) { return Paths("DEU") }, "Paths: there are no results", nil},
		{"nil", two(Count, rs[0], nil), "Count: result 2 is nil", nil},
		{"nil ranking", func() (*Figure, error) { return Ranking(nil, 2022) }, "Ranking: result 1 is nil", nil},
		{"too many", two(Count, many...), "7 scenarios are too many: only 6 colours", nil},
		{"same name", two(YearReached, rs[0], rs[0]), `two results are named "At the present pace"`, scenario.ErrDuplicate},
		{"horizons", two(YearReached, rs[0], later), `"At the present pace" runs to 2032, "longer" to 2035`, scenario.ErrInvalid},
		{"base years", two(Count, rs[0], earlier), `starts from 2022 in edition test-2023, "from 2020" from 2020`, scenario.ErrInvalid},
		{"unknown member", func() (*Figure, error) { return Paths("Germny", rs...) }, "Germny", scenario.ErrUnknownMember},
		{"year before", func() (*Figure, error) { return Ranking(rs[0], 2017) }, "no figure for 2017: choose a year from 2018 to 2032", scenario.ErrMissing},
		{"year after", func() (*Figure, error) { return Ranking(rs[0], 2033) }, "no figure for 2033", scenario.ErrMissing},
		{"nothing asked", two(YearReached, idle), "nothing is asked of any member", nil},
		{"nothing to count", two(Count, idle), "nothing is asked of any member", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f, err := tc.chart()
			if err == nil || f != nil {
				t.Fatalf("got %v, %v, want an error", f, err)
			}
			if !strings.Contains(err.Error(), tc.want) || tc.is != nil && !errors.Is(err, tc.is) {
				t.Errorf("error %q, want %q (%v)", err, tc.want, tc.is)
			}
		})
	}
}

// TestOddData draws what other programs fall over: gaps, zeros, one year of
// history, no pledge.
func TestOddData(t *testing.T) {
	gap := country("GAP", "Gap", 1.0, math.NaN(), 1.2, math.NaN(), 1.3)
	zero := country("NUL", "Zero", 0, 0, 0, 0, 0)
	short := country("NEW", "New", math.NaN(), math.NaN(), math.NaN(), math.NaN(), 1.5)
	d := dataset(t, "odd", gap, zero, short)
	o := projection.Options{To: 2023}
	asked, idle := run(t, d, plan("held", openTarget, scenario.Hold{}), o), run(t, d, plan("idle", nil, scenario.Hold{}), o)
	for _, code := range d.Codes() {
		for _, rs := range [][]*projection.Result{{asked}, {idle}, {asked, idle}} {
			f, err := Paths(code, rs...)
			if err != nil {
				t.Fatal(err)
			}
			f.DPI = leastDPI
			if err := f.Encode(&bytes.Buffer{}, "png"); err != nil {
				t.Errorf("%s: %v", code, err)
			}
		}
	}
	for _, year := range []int{2018, 2019, 2022, 2023} {
		for _, r := range []*projection.Result{asked, idle} {
			f, err := Ranking(r, year)
			if err != nil {
				t.Fatal(err)
			}
			f.DPI = leastDPI
			if err := f.Encode(&bytes.Buffer{}, "png"); err != nil {
				t.Errorf("%d: %v", year, err)
			}
		}
	}
}

func TestNotesSayWhatIsLeftOut(t *testing.T) {
	d := sample(t)
	pledge := scenario.Except{Pledge: openTarget, Terms: map[string]scenario.Pledge{"TUR": nil}}
	f, err := YearReached(run(t, d, plan("pace", pledge, scenario.Drift{Years: 4}), projection.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Nothing is asked of Türkiye.", "“pace”: the target is lost again later by Greece."} {
		if !strings.Contains(f.Note, want) {
			t.Errorf("note %q does not say %q", f.Note, want)
		}
	}
	f, err = Ranking(run(t, d, plan("some", openTarget, scenario.Hold{}), projection.Options{Members: []string{"DEU", "TUR"}}), 2021)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"e: estimate of the source.", "Shown: 2 of the 5 members with figures."} {
		if !strings.Contains(f.Note, want) {
			t.Errorf("note %q does not say %q", f.Note, want)
		}
	}
	if strings.Contains(f.Source, "projection") {
		t.Errorf("source %q of published figures claims a projection", f.Source)
	}
}
