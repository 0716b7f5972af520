package scenario

import (
	"fmt"
	"math"
)

// A Block is one member's past in BlockDraws draws as it grows during a
// simulation: what a Track is to one path. Projections build one; it is exported
// so that a response of your own can be tested by itself.
type Block struct {
	member  *Member
	base    int
	years   int // projected so far
	cut     int // rates of the last year that were put to an end of what may happen
	streams *Streams
	full    bool // all years are kept, not just the last
	lanes   []Track

	gdp, spending, share [][]float64          // rows of base, base+1 ..., or of the last two years in turns
	spare                [][]float64          // to work with
	known                map[Response]float64 // what responses worked out from the published past

	factor   float64   // of GDP that governments expect for the next year
	expected []float64 // the GDP that they expect, once somebody has asked for it
	asked    bool
}

// NewBlock starts at a base year, with the random numbers of the member. With
// full, all years are kept, so that responses and pledges of the caller's own can
// look at them; the models of this package look at the year before only.
func NewBlock(m *Member, base int, s *Streams, full bool) *Block {
	b := &Block{expected: make([]float64, BlockDraws), full: full, known: map[Response]float64{}}
	b.Restart(m, base, s)
	return b
}

// Restart makes the block one of another member, or of other draws, in the
// memory that it has.
func (b *Block) Restart(m *Member, base int, s *Streams) {
	b.member, b.base, b.streams, b.years, b.asked = m, base, s, 0, false
	clear(b.known)
	fill(b.rowOf(&b.gdp, 0), orNaN(m.GDP.At(base)))
	fill(b.rowOf(&b.spending, 0), orNaN(m.SpendingAt(base)))
	fill(b.rowOf(&b.share, 0), orNaN(m.Share.At(base)))
	for i := range b.lanes {
		b.lanes[i].member, b.lanes[i].base = m, base
	}
}

// rowOf is the room for a year, 0 being the base year.
func (b *Block) rowOf(rows *[][]float64, year int) []float64 {
	if !b.full {
		year %= 2
	}
	for len(*rows) <= year {
		*rows = append(*rows, make([]float64, BlockDraws))
	}
	return (*rows)[year]
}

// Year is the first year that is neither published nor projected yet.
func (b *Block) Year() int { return b.base + b.years + 1 }

// View shows the past of one draw, to a government that expects the GDP that
// Expect was last told.
func (b *Block) View(draw int) View {
	if b.lanes == nil {
		b.lanes = make([]Track, BlockDraws)
		for i := range b.lanes {
			b.lanes[i] = Track{member: b.member, base: b.base, block: b, draw: i}
		}
	}
	return View{Member: b.member, Base: b.base, Year: b.Year(), Expected: b.rowOf(&b.gdp, b.years)[draw] * b.factor, track: &b.lanes[draw]}
}

// Expect sets the GDP that governments expect for the next year: that of the
// last year, grown by the central rate.
func (b *Block) Expect(rate float64) { b.factor, b.asked = 1+rate, false }

// expect is the expected GDP in each draw, which responses that set money whatever
// GDP does never ask for.
func (b *Block) expect() []float64 {
	if !b.asked {
		b.asked = true
		for i, y := range b.rowOf(&b.gdp, b.years) {
			b.expected[i] = y * b.factor
		}
	}
	return b.expected[:BlockDraws]
}

// Spend decides the money of the next year in each draw, the ask of each draw
// being given by ask, and returns the row, which Grow takes up. A response of this
// package decides for all draws at once where all are asked the same; one of the
// caller's own is asked draw by draw, with the same result as if it had been in Run.
func (b *Block) Spend(r Response, asks Asks) []float64 {
	money := b.rowOf(&b.spending, b.years+1)
	if asks.each == nil {
		b.spend(money, r, asks.all)
		return money
	}
	for i := range money {
		money[i] = r.Spend(b.View(i), asks.each[i])
	}
	return money
}

// The rates of growth that a simulation lets happen. A draw beyond them is put to
// the nearer end.
const (
	lowestRate  = -0.5
	highestRate = 1.0
)

// Grow ends the year: GDP grows by the rates of the draws, and the shares follow.
// It returns them, the row being valid until the year after next, and the first
// draw in which what Spend returned is no amount of money or the rate is none, -1
// if there is none. Rates outside [-0.5, 1] are put to the nearer end.
func (b *Block) Grow(rates []float64) (shares []float64, bad int) {
	before, money := b.rowOf(&b.gdp, b.years), b.rowOf(&b.spending, b.years+1)
	gdp, shares := b.rowOf(&b.gdp, b.years+1), b.rowOf(&b.share, b.years+1)
	before, money, gdp, shares = before[:BlockDraws], money[:BlockDraws], gdp[:BlockDraws], shares[:BlockDraws]
	bad, b.cut = -1, 0
	for i, g := range rates[:BlockDraws] {
		if g < lowestRate {
			g = lowestRate
			b.cut++
		} else if g > highestRate {
			g = highestRate
			b.cut++
		}
		y := before[i] * (1 + g)
		s := money[i] / y
		gdp[i], shares[i] = y, s
		if !(s >= 0 && s <= math.MaxFloat64) && bad < 0 {
			bad = i
		}
	}
	b.years++
	return shares, bad
}

// Cut is the number of draws whose rate of the last year was put to an end of what
// may happen.
func (b *Block) Cut() int { return b.cut }

// Asks is what is asked of one member in one year, in each draw of a block.
type Asks struct {
	all  Ask
	each []Ask // nil: the same in all
}

// Of gives the ask of one draw.
func (a Asks) Of(draw int) Ask {
	if a.each == nil {
		return a.all
	}
	return a.each[draw]
}

// Ask gives what a pledge asks in the next year, after check has had a look at
// each ask. A pledge of this package asks the same in all draws, and nil nothing; of
// one of the caller's own a fault counts only in the draws from lo up to hi.
func (b *Block) Ask(p Pledge, lo, hi int, check func(View, Ask) (Ask, error)) (Asks, error) {
	if deref(p) == nil {
		return Asks{}, nil
	}
	if !followsPath(p) {
		v := b.View(0)
		a, err := check(v, p.Ask(v))
		return Asks{all: a}, err
	}
	asks := Asks{each: make([]Ask, BlockDraws)}
	for i := range asks.each {
		v := b.View(i)
		a, err := check(v, p.Ask(v))
		switch {
		case err == nil:
		case i < lo || i >= hi:
			a = Ask{}
		default:
			return asks, fmt.Errorf("draw %d: %w", b.streams.Draw(i), err)
		}
		asks.each[i] = a
	}
	return asks, nil
}

// followsPath reports whether what a pledge asks may differ between draws.
func followsPath(p Pledge) bool {
	switch p := deref(p).(type) {
	case nil, Target, Steps:
		return false
	case Except:
		for _, terms := range p.Terms {
			if terms != nil && followsPath(terms) {
				return true
			}
		}
		return p.Pledge != nil && followsPath(p.Pledge)
	}
	return true
}

// Own reports whether a pledge or response has parts of the caller's own, which
// may look further back than to the year before.
func Own(p Pledge, r Response) bool { return p != nil && followsPath(p) || !builtIn(r) }

func fill(row []float64, v float64) {
	for i := range row {
		row[i] = v
	}
}

// at gives a projected value of one draw; ok is false where it is not kept.
func (b *Block) at(rows [][]float64, year, draw int) (v float64, ok bool) {
	k := year - b.base
	switch {
	case k > b.years:
		return 0, false
	case b.full:
		return rows[k][draw], true
	case k == b.years:
		return rows[k%2][draw], true
	}
	return 0, false
}
