package scenario

// builtIn reports whether a response consists of models of this package, which
// decide for a whole block of draws at once.
func builtIn(r Response) bool {
	switch r := deref(r).(type) {
	case Hold, Jump, Trend, Drift, Ramp, Budget, Peers:
		return true
	case Plan:
		return builtIn(r.then())
	case Wavering:
		return builtIn(r.Keep) && builtIn(r.otherwise())
	case ByMember:
		return !r.some(func(r Response) bool { return !builtIn(r) })
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
	switch model := deref(r).(type) {
	case Hold:
		b.hold(dst)
	case Jump:
		expected := b.expect()
		for i, s := range share {
			dst[i] = max(a.Share, s) * expected[i]
		}
	case Trend, Budget:
		factor, _ := b.growing(r)
		for i, m := range spending {
			dst[i] = m * factor
		}
	case Drift:
		mean, expected := b.once(model, model.Step), b.expect()
		for i, s := range share {
			dst[i] = max(0, s+mean) * expected[i]
		}
	case Peers:
		expected, model := b.expect(), model.from(b.base)
		for i, s := range share {
			dst[i] = model.next(s) * expected[i]
		}
	case Ramp:
		b.ramp(dst, model, a)
	case Plan:
		if money, ok := model.Spending[b.member.Code].At(year); ok {
			fill(dst, money)
			return
		}
		b.spend(dst, model.then(), a)
	case ByMember:
		b.spend(dst, model.Response(b.member.Code), a)
	case Capped:
		b.spend(dst, model.Response, a)
		factor := 1 + model.MaxGrowth
		for i, m := range spending {
			dst[i] = min(dst[i], m*factor)
		}
	case Floor:
		b.spend(dst, model.Response, a)
		floor := spending
		if model.Of != SpendingFloor {
			floor = b.borrow()
			defer b.giveBack(floor)
			b.hold(floor)
		}
		for i, f := range floor {
			dst[i] = max(dst[i], f)
		}
	case UpTo:
		b.spend(dst, model.Response, a)
		if a.Share == 0 {
			return
		}
		expected := b.expect()
		for i, s := range share {
			dst[i] = min(dst[i], max(a.Share, s)*expected[i])
		}
	case Delayed:
		later, held := model.later(a, year, b.base)
		if held {
			b.hold(dst)
			return
		}
		b.spend(dst, model.Response, later)
	case Partial:
		b.partly(dst, model, a)
	case Shocked:
		b.shock(dst, &model, a)
	case Wavering:
		b.waver(dst, model, a)
	case Slipped:
		b.slip(dst, model, a)
	default:
		for i := range dst {
			dst[i] = r.Spend(b.View(i), a)
		}
	}
}

// growing gives the factor of a response that multiplies money by one.
func (b *Block) growing(r Response) (factor float64, grows bool) {
	switch model := deref(r).(type) {
	case Trend:
		return 1 + b.once(model, model.Rate), true
	case Budget:
		return 1 + model.RealGrowth, true
	}
	return 0, false
}

// hold fills dst with the money that keeps the share of the year before.
func (b *Block) hold(dst []float64) {
	share, expected := b.rowOf(&b.share, b.years)[:BlockDraws], b.expect()
	for i, s := range share {
		dst[i] = s * expected[i]
	}
}

// ramp fills dst with the next points of the ramps. Before a deadline the year
// settles the part of the gap for all draws.
func (b *Block) ramp(dst []float64, r Ramp, a Ask) {
	share, expected, year := b.rowOf(&b.share, b.years)[:BlockDraws], b.expect(), b.Year()
	if year >= a.By || r.Shape == ConstantGrowth {
		for i, s := range share {
			dst[i] = r.next(s, a, year, b.base) * expected[i]
		}
		return
	}
	parts, of := r.parts(a, year, b.base)
	for i, s := range share {
		if gap := a.Share - s; gap > 0 {
			s += float64(gap * parts / of)
		}
		dst[i] = s * expected[i]
	}
}

// shock lets spending miss what was decided.
func (b *Block) shock(dst []float64, r *Shocked, a Ask) {
	spending, sd := b.rowOf(&b.spending, b.years)[:BlockDraws], r.of(b.member.Code)
	own, common := r.luck(b.streams, b.years)
	factor, grows := b.growing(r.Response)
	if grows && common == nil && r.Tails == 0 { // one pass less
		for i, m := range spending {
			dst[i] = missed(m*factor, sd*own[i], m)
		}
		return
	}
	b.spend(dst, r.Response, a)
	if common == nil && r.Tails == 0 {
		for i, m := range spending {
			dst[i] = missed(dst[i], sd*own[i], m)
		}
		return
	}
	for i, m := range spending {
		dst[i] = missed(dst[i], r.cut(sd*r.mix(own, common, i)), m)
	}
}

// waver lets each draw keep its promise or not.
func (b *Block) waver(dst []float64, r Wavering, a Ask) {
	b.spend(dst, r.Keep, a)
	otherwise := b.borrow()
	b.spend(otherwise, r.otherwise(), a)
	for i, u := range b.streams.Uniforms(purposeWavering, 0) {
		if !r.keeps(u) {
			dst[i] = otherwise[i]
		}
	}
	b.giveBack(otherwise)
}

// slip lets each draw act on its own deadline: one row for each number of years.
func (b *Block) slip(dst []float64, r Slipped, a Ask) {
	b.spend(dst, r.Response, a)
	if a.By == 0 {
		return
	}
	u, row := b.streams.Uniforms(purposeSlip, 0), b.borrow()
	for years := range r.Chances {
		a.By++
		b.spend(row, r.Response, a)
		from := r.upTo(years)
		for i, v := range row { // what slips further is overwritten by the next row
			if u[i] > from {
				dst[i] = v
			}
		}
	}
	b.giveBack(row)
}

// once gives what a response works out from the published past.
func (b *Block) once(r Response, work func(m *Member, base int) float64) float64 {
	v, ok := b.known[r]
	if !ok {
		v = work(b.member, b.base)
		b.known[r] = v
	}
	return v
}

// borrow gives a row to work with, which giveBack returns to the block.
func (b *Block) borrow() []float64 {
	if len(b.spare) == 0 {
		return make([]float64, BlockDraws)
	}
	row := b.spare[len(b.spare)-1]
	b.spare = b.spare[:len(b.spare)-1]
	return row
}

func (b *Block) giveBack(row []float64) { b.spare = append(b.spare, row) }
