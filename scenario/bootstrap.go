package scenario

import "fmt"

// Bootstrap lets each projected year grow as a past year did that is drawn by lot,
// the same year for all members, so that they have their crises together. Years
// are drawn in blocks of consecutive ones, so that what follows a crisis follows
// it again: the moving blocks of Künsch (1989), closed to a circle, from the last
// year of the window to its first, as by Politis and Romano (1992), so that all
// years are equally likely.
//
// The window is Years calendar years up to the base year, whatever a member has:
// where a member has no growth in a year of it, or a break of its series lies
// between, its own mean of the window stands in, which runs warn about.
type Bootstrap struct {
	// Around is a path to which the deviations of the drawn years from the member's
	// mean are added; it may be random itself. With nil growth is that of the drawn
	// years, and governments expect the mean.
	Around GrowthPath
	Years  int // length of the window; 0: 10
	// Block is the number of consecutive years in a block. 0: 2, the cube root of 10
	// years; blocks should grow with that root (Hall, Horowitz and Jing 1995).
	Block int
	// Record is the growth to draw from, for example imf.Observed. Without rates it is
	// that of GDP in the data set.
	Record Table
}

const purposeYears = "year drawn"

func (b Bootstrap) window() int { return orDefault(max(0, b.Years), 10) }
func (b Bootstrap) block() int  { return orDefault(max(0, b.Block), min(2, b.window())) }

// recorded gives a member's growth in the years of the window that ends before
// first, with its mean where there is none, that mean, and the number of years
// that are there.
func (b Bootstrap) recorded(m *Member, first int) (growth []float64, mean float64, used int) {
	record := b.Record.Rates[m.Code]
	if len(b.Record.Rates) == 0 {
		record = m.Growths()
	}
	growth = make([]float64, b.window())
	for i := range growth {
		growth[i] = orNaN(record.At(first - len(growth) + i))
		if isFinite(growth[i]) {
			mean += growth[i]
			used++
		}
	}
	mean /= float64(used)
	for i, g := range growth {
		if !isFinite(g) {
			growth[i] = mean
		}
	}
	return growth, mean, used
}

func (b Bootstrap) missing(m *Member, first int) error {
	field := "GDP"
	if len(b.Record.Rates) > 0 {
		field = "Growth.Record"
	}
	return &FieldError{Member: m.Code, Field: field, Problem: fmt.Sprintf("has no growth in %d-%d to draw from", first-b.window(), first-1), Err: ErrMissing}
}

// Central gives the path, or the mean of the window. A member without growth in
// the window is ErrMissing.
func (b Bootstrap) Central(dst []float64, m *Member, first int) error {
	_, mean, used := b.recorded(m, first)
	switch {
	case used == 0:
		return b.missing(m, first)
	case b.Around != nil:
		return b.Around.Central(dst, m, first)
	}
	return Constant(mean).Central(dst, m, first)
}

// Sampler draws the years.
func (b Bootstrap) Sampler(m *Member, first, years int, s *Streams) (func(dst []float64, k int), error) {
	growth, mean, used := b.recorded(m, first)
	if used == 0 {
		return nil, b.missing(m, first)
	}
	path := func(dst []float64, _ int) { clear(dst) }
	if b.Around != nil {
		var err error
		if path, err = around(b.Around, m, first, years, s); err != nil {
			return nil, err
		}
		for i := range growth {
			growth[i] -= mean
		}
	}
	n, block := float64(len(growth)), b.block()
	return func(dst []float64, k int) {
		path(dst, k)
		for i, u := range s.Common().Uniforms(purposeYears, k/block) {
			dst[i] += growth[(int(u*n)+k%block)%len(growth)]
		}
	}, nil
}

// Origins gives the sources of path and record.
func (b Bootstrap) Origins() []Source { return append(Origins(b.Around), Origins(b.Record)...) }

// Warn says in how many years of the window there is no growth, and passes on what
// the path has to say.
func (b Bootstrap) Warn(m *Member, base, to int) []error {
	warnings := Warnings(b.Around, m, base, to)
	if _, _, used := b.recorded(m, base+1); used < b.window() {
		warnings = append(warnings, fmt.Errorf("%s: no comparable growth in %d of the %d years to %d: its mean stands in where one of them is drawn", m.Code, b.window()-used, b.window(), base))
	}
	return warnings
}

// String gives window, blocks and path in words.
func (b Bootstrap) String() string {
	drawn := fmt.Sprintf("years drawn from the last %d", b.window())
	if len(b.Record.Rates) > 0 {
		drawn += " of " + b.Record.name()
	}
	if b.block() == 1 {
		drawn += ", one by one"
	} else {
		drawn += fmt.Sprintf(", %d in a row", b.block())
	}
	drawn += ", the same for all members"
	if b.Around == nil {
		return "GDP grows as in " + drawn
	}
	return fmt.Sprintf("%s, with the deviations of %s", words(b.Around, noPath), drawn)
}

func (b Bootstrap) check(f *faults, at string) {
	if b.Around != nil {
		checkPart(f, at+".Around", b.Around)
		checkOnce[Bootstrap](f, at+".Around", b.Around)
	}
	checkYears(f, at+".Years", b.Years)
	if b.Block < 0 || b.block() > b.window() {
		f.add(at+".Block", b.Block, fmt.Sprintf("is not a number of years within the window, which has %d", b.window()), ErrInvalid)
	}
	checkRates(f, at+".Record.Rates", b.Record.Rates)
	if b.Record.Then != nil {
		checkPart(f, at+".Record.Then", b.Record.Then)
	}
}
