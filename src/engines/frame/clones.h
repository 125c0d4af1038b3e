// Kernels are compiled once for every level of x86-64 and picked when the program starts; no flag
// per file, one binary for all machines. Only the .cc files of kernels include this.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define ANMIN_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define ANMIN_CLONES
#endif

// A loop body written as a template; stamped for every width as a function that has clones (the
// compiler clones no templates).
#define ANMIN_LOOP     \
    template <class T> \
    [[gnu::always_inline]] inline
#define ANMIN_FOR_WIDTHS(STAMP) STAMP(std::int16_t) STAMP(std::int32_t) STAMP(std::int64_t)
