#include "syntax/module/guard.hpp"

#include <dlfcn.h>

#include <QRegularExpression>
#include <QStandardPaths>
#include <QStringList>

#define PCRE2_CODE_UNIT_WIDTH 16
#include <pcre2.h>

namespace {

/// Steps back that a match may take from one place of the text. Grammars need some tens.
constexpr std::uint32_t most_steps = 250;
/// Characters that the expressions may look at, for each byte of a listing and for its start. Files
/// of programs in use need 2 to 31 a byte.
constexpr std::size_t looks_per_byte = 128, first_looks = 20'000;

bool places_asked = false, match_asked = false;
bool is_counting = false, is_spent = false;
std::size_t looks_left = 0;

/// Whether another match over so many characters is allowed.
bool may_look_at(std::size_t characters) {
    if (!is_counting) return true;
    is_spent = is_spent || characters > looks_left;
    if (!is_spent) looks_left -= characters;
    return !is_spent;
}

template <typename Function>
Function* next(const char* symbol) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, symbol));
}

}  // namespace

/// Grammars and themes of the user and of the system: there are none.
QStringList QStandardPaths::locateAll(StandardLocation, const QString&, LocateOptions) {
    places_asked = true;
    return {};
}

/// Compiled matchers count their steps otherwise, and the grammars' expressions take longer to
/// compile than listings to match.
int pcre2_jit_compile_16(pcre2_code_16*, std::uint32_t) { return PCRE2_ERROR_JIT_BADOPTION; }

/// With bounds: what takes more is no match.
int pcre2_match_16(const pcre2_code_16* code, PCRE2_SPTR16 subject, PCRE2_SIZE length,
                   PCRE2_SIZE start, std::uint32_t options, pcre2_match_data_16* data,
                   pcre2_match_context_16* context) {
    static const auto set_limit =
        next<decltype(pcre2_set_match_limit_16)>("pcre2_set_match_limit_16");
    static const auto match = next<decltype(pcre2_match_16)>("pcre2_match_16");
    match_asked = true;
    if (!may_look_at(length - start + 1)) return PCRE2_ERROR_NOMATCH;
    if (context != nullptr) set_limit(context, most_steps);
    return match(code, subject, length, start, options, data, context);
}

namespace triptych::syntax {

bool is_guarded() {
    QRegularExpression("a").match("a");
    return places_asked && match_asked;
}

Allowance::Allowance(std::size_t bytes) {
    is_counting = true;
    ::is_spent = false;
    looks_left = first_looks + looks_per_byte * bytes;
}
Allowance::~Allowance() { is_counting = false; }
bool Allowance::is_spent() const { return ::is_spent; }

Silence::Silence()
    : before_(reinterpret_cast<void*>(
          qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {}))) {}
Silence::~Silence() { qInstallMessageHandler(reinterpret_cast<QtMessageHandler>(before_)); }

}  // namespace triptych::syntax
