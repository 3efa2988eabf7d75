#pragma once

#include <cstddef>

/// What keeps the library from hidden inputs and from regular expressions that never end. The
/// functions it calls for both are defined in this module, which comes first where its own
/// libraries look for symbols.
namespace triptych::syntax {

/// Whether the library calls the functions of this module. It does not in a program that has loaded
/// Qt before.
bool is_guarded();

/// Limits how many characters regular expressions may read while this lives; only one may live at a
/// time. The limit is far above what real code needs; beyond it nothing matches.
class Allowance {
public:
    explicit Allowance(std::size_t bytes);
    ~Allowance();
    Allowance(const Allowance&) = delete;
    Allowance& operator=(const Allowance&) = delete;
    bool is_spent() const;
};

/// While it lives, Qt says nothing on the terminal.
class Silence {
public:
    Silence();
    ~Silence();
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

private:
    void* before_;
};

}  // namespace triptych::syntax
