package scenario

// KnownBy gives what was known of a pledge when the budget of a year was set: a
// Target that is known later is dropped, which leaves nil, as are the first of
// Steps that is and those that follow it; of Except the common terms and each
// member's own are cut in the same way. A forecaster at the end of 2018 knows what
// budgets of 2019 can react to, KnownBy(p, 2019).
//
// A pledge of the caller's own is asked if it has a method KnownBy(year int) Pledge.
// Without one it is kept as it is: it must then itself ask nothing of a View whose
// Base lies before the pledge was made, or a forecast knows its future.
func KnownBy(p Pledge, year int) Pledge {
	if own, ok := p.(interface{ KnownBy(year int) Pledge }); ok && deref(p) != nil {
		return own.KnownBy(year)
	}
	switch known := deref(p).(type) {
	case Target:
		if known.From > year {
			return nil
		}
	case Steps:
		return known.knownBy(year)
	case Except:
		return known.knownBy(year)
	}
	return p
}

func (s Steps) knownBy(year int) Pledge {
	for i, t := range s {
		switch {
		case t.From <= year:
		case i == 0:
			return nil
		default:
			return s[:i:i]
		}
	}
	return s
}

func (e Except) knownBy(year int) Pledge {
	known := Except{Pledge: KnownBy(e.Pledge, year), Terms: map[string]Pledge{}}
	for code, terms := range e.Terms {
		known.Terms[code] = KnownBy(terms, year)
	}
	return known
}
