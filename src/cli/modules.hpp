#pragma once

#include <triptych/syntax.hpp>
#include <triptych/verify.hpp>

/// Modules beside the program, or installed with it in `lib/triptych`: loaded when they are first
/// asked for, and kept. Null when one or a library that it needs is not there.
namespace triptych::cli {

inline constexpr const char* verify_module = "triptych-verify.so";

TriptychVerify load_verifier();
TriptychSyntax load_syntax();

}  // namespace triptych::cli
