# Homebrew formula; scripts/release fills in version and checksum.
class Pathrank < Formula
  desc "Ranks the endpoints found in CloudFront access logs for a move to AWS Lambda"
  homepage "https://github.com/@REPOSITORY@"
  url "https://github.com/@REPOSITORY@/releases/download/v@VERSION@/pathrank-@VERSION@.tar.gz"
  sha256 "@ARCHIVE_SHA256@"
  license "Apache-2.0"

  depends_on "openjdk"

  def install
    libexec.install "pathrank", "pathrank.jar", "lib", "sample-logs"
    (bin/"pathrank").write_env_script libexec/"pathrank", JAVA_HOME: Formula["openjdk"].opt_prefix
    man1.install Dir["man/man1/*.1"]
    bash_completion.install "completions/pathrank.bash" => "pathrank"
    zsh_completion.install "completions/_pathrank"
    fish_completion.install "completions/pathrank.fish"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/pathrank --version")
    assert_match "/user/<id>", shell_output("#{bin}/pathrank rank #{libexec}/sample-logs --quiet --top 1")
  end
end
