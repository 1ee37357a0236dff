#ifndef QINGYUN_ALLOCATION_COUNTER_H
#define QINGYUN_ALLOCATION_COUNTER_H

/// Heap allocations of this process so far: every malloc, calloc, realloc and aligned one, of all threads.
unsigned long qingyun_allocation_count(void);

#endif
