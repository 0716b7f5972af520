package projection

import (
	"math"
	"slices"

	"github.com/pledgesim/pledgesim/scenario"
)

// A motion is a response that ignores what is asked, as far as one member goes:
// its path can be walked without a View, once for any number of targets. It takes
// the same steps in the same order as project, so that shares agree to the bit.
type motion struct {
	kind  movement
	rate  float64 // yearly growth of money, or yearly change of the share
	money float64 // spent in the base year
	share float64 // published for the base year
	most  float64 // no more money than this is spent in any year, where money grows
}

type movement uint8

const (
	custom   movement = iota // any other response: it must be projected
	growing                  // money grows at a rate
	holding                  // the share stays
	drifting                 // the share changes by a step
)

// mostBuckets is a number of buckets that fits an int on every machine.
const mostBuckets = math.MaxInt32

// moving finds the motion of a response for a member. UpTo is looked through: it
// changes nothing before the target is reached, and then the year is known.
func moving(r scenario.Response, m *scenario.Member, base, to int) motion {
	for upTo, ok := r.(scenario.UpTo); ok; upTo, ok = r.(scenario.UpTo) {
		r = upTo.Response
	}
	var v motion
	v.share, _ = m.Share.At(base) // its presence was checked by fill
	switch r := r.(type) {
	case scenario.Trend:
		v.kind, v.rate = growing, r.Rate(m, base)
	case scenario.Budget:
		v.kind, v.rate = growing, r.RealGrowth
	case scenario.Hold:
		v.kind = holding
	case scenario.Drift:
		v.kind, v.rate = drifting, r.Step(m, base)
	default:
		return motion{}
	}
	if v.kind == growing {
		var ok bool
		v.money, ok = m.SpendingAt(base)
		v.most = 2 * v.money * math.Pow(max(1, 1+v.rate), float64(to-base))
		if !ok || !(v.money >= 0 && v.most < most && v.rate >= -1) {
			return motion{} // project says what is wrong, if anything
		}
	}
	if math.IsNaN(v.rate) {
		return motion{}
	}
	return v
}

// An economy is one member's GDP under one growth path.
type economy struct {
	gdp     []float64 // of base+1, base+2 ...
	slowest float64   // the least factor by which it grows in a year
	least   float64   // its lowest year
	tame    bool      // whether it stays within bounds in which a motion can be walked
}

// economyOf works out GDP as project does, in room of the right length or nil.
func economyOf(room []float64, m *scenario.Member, s scenario.Scenario, o Options) (economy, error) {
	if room == nil {
		room = make([]float64, o.To-o.Base)
	}
	g, err := fillRates(room, m, s, o)
	if err != nil {
		return economy{}, err
	}
	e := economy{gdp: g, slowest: math.Inf(1), least: math.Inf(1), tame: true}
	gdp, _ := m.GDP.At(o.Base) // its presence was checked by fill
	for i, rate := range g {
		gdp *= 1 + rate
		g[i], e.slowest, e.least = gdp, min(e.slowest, 1+rate), min(e.least, gdp)
		e.tame = e.tame && gdp > least && gdp < most
	}
	return e, nil
}

// walk appends how many levels have been reached by each year, the base year
// first; it ends where nothing more is reached.
func (v *motion) walk(e *economy, l *levels, upTo []int32) []int32 {
	k := l.reached(v.share, 0)
	upTo = append(upTo, int32(k))
	share, money, factor := v.share, v.money, 1+v.rate
	switch {
	case k == l.count():
		return upTo
	case v.kind != growing:
	case factor < e.slowest*(1-rounding): // the share falls by more than rounding could hide
		return append(upTo, int32(l.reached(money*factor/e.gdp[0], k)))
	case l.buckets != nil && v.most/e.least*l.scale < mostBuckets:
		return v.grow(e, l, k, upTo)
	}
	for _, gdp := range e.gdp {
		switch v.kind {
		case growing:
			money *= factor
		case holding:
			money = share * gdp
		case drifting:
			money = max(0, share+v.rate) * gdp
		}
		share = money / gdp
		k = l.reached(share, k)
		upTo = append(upTo, int32(k))
		if k == l.count() {
			break
		}
	}
	return upTo
}

// grow is walk for money that grows at a rate, through buckets: without them a
// step has a branch that depends on the share, and is guessed wrong so often that
// the whole walk takes half as long again.
func (v *motion) grow(e *economy, l *levels, k int, upTo []int32) []int32 {
	from := len(upTo)
	upTo = slices.Grow(upTo, len(e.gdp))[:from+len(e.gdp)]
	years := upTo[from:]
	money, factor, low, scale := v.money, 1+v.rate, l.at[0], l.scale
	n, buckets := l.count(), l.buckets
	for i, gdp := range e.gdp {
		money *= factor
		share := money / gdp
		b := int((share - low) * scale)
		if uint(b) >= uint(len(buckets)) { // below the first or beyond the last
			b = min(max(b, 0), len(buckets)-1)
		}
		reached := buckets[b].before
		if share >= buckets[b].next {
			reached++
		}
		if reached > k {
			k = reached
		}
		years[i] = int32(k)
		if k == n {
			return upTo[:from+i+1]
		}
	}
	return upTo
}
