#pragma once

#include <cstddef>

/// What keeps the library from hidden inputs and from regular expressions that never end. The
/// functions it calls for both are defined in this module, which comes first where its own
/// libraries look for symbols.
namespace triptych::syntax {

/// Whether the library's calls come here. They don't in a program that had loaded Qt before.
bool is_guarded();

/// What the expressions may look at while it lives, one at a time: so many characters for each byte
/// of a listing as no sensible code needs. What comes after that is no match.
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
