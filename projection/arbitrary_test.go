package projection_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// An arbitrary makes up data sets, scenarios and options, all of them valid, from
// bytes: the same from the same. Where the bytes end all is as plain as can be. So a
// fuzzer can change one thing at a time, and a seed gives whatever there is.
type arbitrary struct {
	left []byte
	due  bool // every target has a deadline, so that ramps need no pace
	calm bool // growth and responses have no luck: whatever they draw, nothing comes of it
}

// seeded makes things up from so many random bytes.
func seeded(seed uint64, n int) *arbitrary {
	r, a := rand.New(rand.NewPCG(seed, 6)), &arbitrary{}
	for range n {
		a.left = append(a.left, byte(r.Uint32()))
	}
	return a
}

// upTo gives a whole number from 0 to most, which is less than 65,536.
func (a *arbitrary) upTo(most int) int {
	n := 0
	for size := most; size > 0; size >>= 8 {
		if len(a.left) == 0 {
			return 0
		}
		n, a.left = n<<8|int(a.left[0]), a.left[1:]
	}
	return n % (most + 1)
}

// in gives a whole number from low to high.
func (a *arbitrary) in(low, high int) int { return low + a.upTo(high-low) }

// yes is true once in so many cases.
func (a *arbitrary) yes(in int) bool { return a.upTo(in-1) == in-1 }

// between gives a number from low to high, both ends included.
func (a *arbitrary) between(low, high float64) float64 {
	return low + (high-low)*float64(a.upTo(1000))/1000
}

// one gives one of several things, the first where there are no bytes.
func one[T any](a *arbitrary, of ...T) T { return of[a.upTo(len(of)-1)] }

// text is a name that tables and files must cope with.
func (a *arbitrary) text() string {
	return one(a, "Land", "Åland, the \"island\"", "Côte d’Ivoire", "=1+1", "a|b", "Ελλάδα", "  ", "long "+fmt.Sprint(math.Pi, math.E))
}

var arbitraryCodes = []string{"AAA", "BBB", "CCC", "DDD"}

// data makes up a data set of one to four members, with gaps, breaks, estimates and
// members without figures, whose last actual year has all that a run needs, for the
// first member at least.
func (a *arbitrary) data() *scenario.Dataset {
	last, years := a.in(1990, 2030), a.in(1, 25)
	var ms []scenario.Member
	for i := range a.in(1, len(arbitraryCodes)) {
		m := scenario.Member{Code: arbitraryCodes[i], Name: fmt.Sprintf("%s %d", a.text(), i)}
		if a.yes(4) {
			m.Joined = time.Date(a.in(1949, 2024), 4, 4, 0, 0, 0, 0, time.UTC)
		}
		if i > 0 && a.yes(8) {
			m.Exempt = "no forces"
			ms = append(ms, m)
			continue
		}
		figures := seeded(uint64(a.upTo(0xffff)), 20*years) // of two bytes, so that enough are left for the scenario
		m.Share, m.GDP, m.Spending = figures.figures(last, years, i == 0 || !a.yes(8))
		for a.yes(6) {
			m.Breaks = append(m.Breaks, scenario.Break{Year: last - a.upTo(10), Why: "new accounts"})
		}
		ms = append(ms, m)
	}
	d, err := scenario.NewDataset("made-up", one(a, "million", "USD million, 2021 prices"), ms...)
	if err != nil {
		panic(err) // what is made up is valid
	}
	d.Precision = one(a, 0, 0.0001, 0.001)
	if a.yes(5) {
		d.Notes, d.Sources = []string{"made up"}, []scenario.Source{{Publisher: "nobody", Title: a.text()}}
	}
	return d
}

// figures makes up what is published of a member: shares from nothing to the most that
// is accepted, of large and small economies. With whole the last year has all.
func (a *arbitrary) figures(last, years int, whole bool) (share, gdp, spending scenario.Series) {
	s, y := a.share(), math.Pow(10, one(a, 3, a.between(-2, 8), a.between(-2, 8), a.between(-2, 8), a.between(-300, 300)))
	var shares, gdps, moneys []scenario.Observation
	estimated := last + 1 - a.upTo(2)
	for year := last - years + 1; year <= last+2; year++ {
		status := scenario.Observed
		if year > last || year >= estimated && !whole {
			status = scenario.Estimated
		}
		keep := whole && year == last
		if !a.yes(6) || keep {
			shares = append(shares, scenario.Observation{Year: year, Value: s, Status: status})
		}
		if !a.yes(8) || keep {
			gdps = append(gdps, scenario.Observation{Year: year, Value: y, Status: status})
		}
		if a.yes(3) {
			moneys = append(moneys, scenario.Observation{Year: year, Value: s * y * a.between(0.9, 1.1), Status: status})
		}
		y *= 1 + a.between(-0.2, 0.3)
		s = min(max(0, s+a.between(-0.004, 0.004)), scenario.MaxShare)
		if a.yes(12) {
			s = a.share()
		}
	}
	series := func(obs []scenario.Observation) scenario.Series {
		s, err := scenario.SeriesOf(obs...)
		if err != nil {
			panic(err) // years rise
		}
		return s
	}
	return series(shares), series(gdps), series(moneys)
}

// briefly makes up options of what does not take long, many times over.
func (a *arbitrary) briefly(d *scenario.Dataset) projection.Options {
	o := a.options(d)
	o.To, o.Draws = min(o.To, d.Last()+40), min(o.Draws, 1100) // two blocks of draws, if they begin within one
	for _, year := range []*int{&o.Control, &o.Until.Year} {
		*year = min(*year, o.To)
	}
	return o
}

// share is a share of GDP, which may be nothing at all.
func (a *arbitrary) share() float64 {
	return one(a, 0.015, a.between(0, 0.05), a.between(0.001, 0.25), 0)
}

// options make up all there are. A simulation has few draws, mostly within one block.
func (a *arbitrary) options(d *scenario.Dataset) projection.Options {
	base := d.LastActual()
	if base == 0 {
		base = d.Last()
	}
	o := projection.Options{
		To: base + one(a, 4, a.in(1, 15), a.in(1, 15), a.in(1, 60), a.in(1, 60), a.in(1, projection.MaxYears)), Tolerance: one(a, 0, a.between(0, 0.01)), Window: one(a, 0, a.in(1, 30)),
		Draws: one(a, 8, a.in(1, 40), a.in(1, 2000)), Seed: uint64(a.upTo(1000)), Workers: a.in(1, 8),
		Keep: a.yes(4), Spending: a.yes(3), Antithetic: a.yes(3),
	}
	if a.yes(4) {
		o.Base = base - a.upTo(3)
	}
	if a.yes(3) {
		for _, code := range d.Codes() {
			if a.yes(2) {
				o.Members = append(o.Members, code)
			}
		}
	}
	if a.yes(3) {
		o.Control = base + a.in(1, o.To-base)
	}
	if a.yes(4) {
		o.First = a.upTo(3000)
	}
	if o.Antithetic {
		o.First, o.Draws = o.First&^1, (o.Draws+1)&^1
	}
	if a.yes(5) {
		o.Until = projection.Until{Year: base + a.in(1, o.To-base), StdErr: a.between(0.001, 0.1)}
	}
	return o
}
