package scenario

import (
	"crypto/sha256"
	"encoding/binary"
	"math/bits"
)

// A generator is xoshiro256++ of Blackman and Vigna (2019), which passes the
// usual batteries of tests and fills a row in a fraction of the time that math/rand/v2
// takes through its interface (BenchmarkStreams). It is a rand.Source for gonum.
type generator struct{ a, b, c, d uint64 }

// keyed starts a generator whose numbers belong to a key: a seed, a member, a
// block of draws and a purpose. The state is the SHA-256 of the key, so that
// streams of neighbouring keys have nothing in common.
func keyed(seed uint64, member string, block uint64, purpose string) generator {
	key := binary.LittleEndian.AppendUint64(nil, seed)
	key = binary.LittleEndian.AppendUint64(key, block)
	key = binary.LittleEndian.AppendUint64(key, uint64(len(member))) // so that "AB", "C" is not "A", "BC"
	key = append(key, member...)
	key = append(key, purpose...)
	h := sha256.Sum256(key)
	word := func(i int) uint64 { return binary.LittleEndian.Uint64(h[8*i:]) }
	return generator{word(0), word(1), word(2), word(3)} // all four zero: once in 2^256 keys
}

// Uint64 gives the next 64 random bits.
func (g *generator) Uint64() uint64 {
	x := bits.RotateLeft64(g.a+g.d, 23) + g.a
	t := g.b << 17
	g.c ^= g.a
	g.d ^= g.b
	g.b ^= g.c
	g.a ^= g.d
	g.c ^= t
	g.d = bits.RotateLeft64(g.d, 45)
	return x
}

// fill gives as many random words as there is room for: the same as Uint64 one
// by one, with the state in registers.
func (g *generator) fill(u []uint64) {
	a, b, c, d := g.a, g.b, g.c, g.d
	for i := range u {
		u[i] = bits.RotateLeft64(a+d, 23) + a
		t := b << 17
		c ^= a
		d ^= b
		b ^= c
		a ^= d
		c ^= t
		d = bits.RotateLeft64(d, 45)
	}
	g.a, g.b, g.c, g.d = a, b, c, d
}

// uniform gives the middle of one of 2^52 equal parts of (0, 1). With more parts
// the middle of the last would be rounded to 1.
func uniform(word uint64) float64 { return (float64(word>>12) + 0.5) * 0x1p-52 }

// uniforms fills dst with numbers in (0, 1); words is room for as many numbers.
func (g *generator) uniforms(dst []float64, words []uint64) {
	words = words[:len(dst)]
	g.fill(words)
	for i, w := range words {
		dst[i] = uniform(w)
	}
}
