package projection

import "math/bits"

// A cache keeps what was made last for a number of keys, in constant memory:
// each key has one place, which it shares with others.
type cache[T any] []cached[T]

type cached[T any] struct {
	key   int // 1 more than the key; 0: empty
	value T
}

// newCache has room for all of some keys, or as many as are worth keeping: a
// power of two, so that places are quickly found.
func newCache[T any](keys int) cache[T] {
	return make(cache[T], 1<<bits.Len(uint(min(keys, 1024)-1)))
}

// get gives the value of a key. If it is not there it is made, from what stood in
// its place before.
func (c cache[T]) get(key int, make func(old T) (T, error)) (*T, error) {
	place := &c[key&(len(c)-1)]
	if place.key == key+1 {
		return &place.value, nil
	}
	v, err := make(place.value)
	if err != nil {
		place.key = 0 // the old value may be half overwritten
		return nil, err
	}
	place.key, place.value = key+1, v
	return &place.value, nil
}
