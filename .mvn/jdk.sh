# Finds a JDK 25 for ./mvnw and ./berth, and puts it in JAVA_HOME; sourced, POSIX sh.
# Order: BERTH_JAVA_HOME, JAVA_HOME, the java and javac on PATH, then the places where JDKs are usually installed.

berth_is_jdk() {
    [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ] && grep -q '^JAVA_VERSION="25[".]' "$1/release"
}

berth_jdk_candidates() {
    printf '%s\n' "${BERTH_JAVA_HOME-}" "${JAVA_HOME-}"
    javac=$(command -v javac 2>/dev/null) && javac=$(readlink -f "$javac" 2>/dev/null) && dirname "$(dirname "$javac")"
    [ -x /usr/libexec/java_home ] && /usr/libexec/java_home -v 25 2>/dev/null
    for home in /usr/lib/jvm/* /usr/local/lib/jvm/* /opt/java/* /opt/jdk* /opt/*jdk* "${HOME-}"/.sdkman/candidates/java/* \
        "${HOME-}"/.jdks/* "${HOME-}"/.local/share/mise/installs/java/* "${HOME-}"/.asdf/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        [ -d "$home" ] && printf '%s\n' "$home"
    done
}

berth_find_jdk() {
    found=$(berth_jdk_candidates | while IFS= read -r home; do
        if berth_is_jdk "$home"; then
            printf '%s\n' "$home"
            break
        fi
    done)
    if [ -z "$found" ]; then
        cat >&2 <<'MESSAGE'
berth: cannot build or run Berth: no JDK 25 was found in BERTH_JAVA_HOME, in JAVA_HOME, on PATH or in the usual places (/usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks)
  install one (Debian: apt install temurin-25-jdk, macOS: brew install openjdk@25, anywhere: https://adoptium.net/temurin/releases/?version=25)
  or say where it is: export JAVA_HOME=/path/to/jdk-25
MESSAGE
        return 3
    fi
    JAVA_HOME=$found
    export JAVA_HOME
}
