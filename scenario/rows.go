package scenario

// builtIn reports whether a response consists of models of this package, which
// decide for a whole block of draws at once.
func builtIn(r Response) bool {
	switch r := deref(r).(type) {
	case Hold, Jump, Trend, Drift, Ramp, Budget:
		return true
	case Plan:
		return builtIn(r.then())
	case Wavering:
		return builtIn(r.Keep) && builtIn(r.otherwise())
	case Capped, Floor, UpTo, Delayed, Partial, Shocked, Slipped:
		return builtIn(r.(Wrapper).Unwrap())
	}
	return false
}

// spend fills dst with the money of the next year in each draw. It says, row by
// row, what the Spend methods say for one draw, in the same arithmetic, so that
// the bits agree; a test runs every model both ways.
func (b *Block) spend(dst []float64, r Response, a Ask) {
	var (
		share    = b.rowOf(&b.share, b.years)[:BlockDraws]
		spending = b.rowOf(&b.spending, b.years)[:BlockDraws]
		year     = b.Year()
	)
	dst = dst[:BlockDraws]
	switch r := deref(r).(type) {
	case Hold:
		b.hold(dst)
	case Jump:
		expected := b.expect()
		for i, s := range share {
			dst[i] = max(a.Share, s) * expected[i]
		}
	case Trend:
		scaled(dst, spending, r.factor(b.member, b.base))
	case Budget:
		scaled(dst, spending, 1+r.RealGrowth)
	case Drift:
		mean, _ := b.member.ShareChange(b.base, r.window())
		expected := b.expect()
		for i, s := range share {
			dst[i] = max(0, s+mean) * expected[i]
		}
	case Ramp:
		expected := b.expect()
		for i, s := range share {
			dst[i] = r.next(s, a, year, b.base) * expected[i]
		}
	case Plan:
		if money, ok := r.Spending[b.member.Code].At(year); ok {
			fill(dst, money)
			return
		}
		b.spend(dst, r.then(), a)
	case Capped:
		b.spend(dst, r.Response, a)
		factor := 1 + r.MaxGrowth
		for i, m := range spending {
			dst[i] = min(dst[i], m*factor)
		}
	case Floor:
		b.spend(dst, r.Response, a)
		floor := spending
		if r.Of != SpendingFloor {
			floor = make([]float64, BlockDraws)
			b.hold(floor)
		}
		for i, f := range floor {
			dst[i] = max(dst[i], f)
		}
	case UpTo:
		b.spend(dst, r.Response, a)
		if a.Share == 0 {
			return
		}
		expected := b.expect()
		for i, s := range share {
			dst[i] = min(dst[i], max(a.Share, s)*expected[i])
		}
	case Delayed:
		later, held := r.later(a, year, b.base)
		if held {
			b.hold(dst)
			return
		}
		b.spend(dst, r.Response, later)
	case Partial:
		b.spend(dst, r.Response, a)
		expected := b.expect()
		for i, s := range share {
			dst[i] = r.part(dst[i], s*expected[i])
		}
	case Shocked:
		b.spend(dst, r.Response, a)
		r.shock(dst, spending, b.streams, b.years)
	case Wavering:
		b.waver(dst, r, a)
	case Slipped:
		b.slip(dst, r, a)
	default:
		for i := range dst {
			dst[i] = r.(Response).Spend(b.View(i), a)
		}
	}
}

// hold fills dst with the money that keeps the share of the year before.
func (b *Block) hold(dst []float64) {
	share, expected := b.rowOf(&b.share, b.years)[:BlockDraws], b.expect()
	for i, s := range share {
		dst[i] = s * expected[i]
	}
}

func scaled(dst, row []float64, factor float64) {
	row = row[:len(dst)]
	for i := range dst {
		dst[i] = row[i] * factor
	}
}

// waver lets each draw keep its promise or not.
func (b *Block) waver(dst []float64, r Wavering, a Ask) {
	b.spend(dst, r.Keep, a)
	otherwise := make([]float64, BlockDraws)
	b.spend(otherwise, r.otherwise(), a)
	for i, u := range b.streams.Uniforms(purposeWavering, 0) {
		if !r.keeps(u) {
			dst[i] = otherwise[i]
		}
	}
}

// slip lets each draw act on its own deadline: one row for each number of years.
func (b *Block) slip(dst []float64, r Slipped, a Ask) {
	if a.By == 0 {
		b.spend(dst, r.Response, a)
		return
	}
	u := b.streams.Uniforms(purposeSlip, 0)
	row := make([]float64, BlockDraws)
	for years := range len(r.Chances) + 1 {
		filled := false
		for i := range dst {
			if r.years(u[i]) != years {
				continue
			}
			if !filled {
				later := a
				later.By += years
				b.spend(row, r.Response, later)
				filled = true
			}
			dst[i] = row[i]
		}
	}
}
