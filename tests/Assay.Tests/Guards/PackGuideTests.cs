using System.Text;
using System.Text.RegularExpressions;
using Assay.Tests.Cli;
using Xunit;

namespace Assay.Tests.Guards;

/// <summary>The worked example of <c>docs/packs.md</c> does what the page shows, command by command.</summary>
public sealed partial class PackGuideTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_command_of_the_guide_prints_what_the_guide_shows()
    {
        var told = new StringBuilder();
        var printed = new StringBuilder();
        foreach (var (command, output) in Commands())
        {
            told.Append("$ ").Append(command).Append('\n').Append(output);
            printed.Append("$ ").Append(command).Append('\n').Append(Run(command));
        }
        Assert.Equal(told.ToString(), printed.ToString());
        Assert.True(told.ToString().Split("\n$ ").Length > 15, "docs/packs.md shows no worked example any more.");
    }

    private string Run(string command)
    {
        var words = Words(command);
        if (words[0] != "assay") return CommandRun.Start("sh", _folder.Path, "", ["-c", command + " 2>&1"]).Output;
        var run = InProcessRun.Of([.. words.Skip(1).Select(word => word is "dr-congo" or "before" or "cobalt.txt" ? _folder[word] : word)]);
        return (run.Error + run.Output).Replace(_folder.Path + "/", "", StringComparison.Ordinal);
    }

    private static List<(string Command, string Output)> Commands()
    {
        var page = File.ReadAllText(Checkout.PathOf("docs", "packs.md"));
        var commands = new List<(string, string)>();
        foreach (Match block in Block().Matches(page))
            foreach (var part in ("\n" + block.Groups[1].Value).Split("\n$ ").Skip(1))
            {
                var end = part.IndexOf('\n', StringComparison.Ordinal);
                var output = end < 0 ? "" : part[(end + 1)..].TrimEnd('\n');
                commands.Add((end < 0 ? part : part[..end], output.Length == 0 ? "" : output + "\n"));
            }
        return commands;
    }

    /// <summary>The words of a line of the shell: double quotes with <c>\$</c> and <c>\"</c>, single quotes, bare words.</summary>
    private static string[] Words(string command) =>
        [.. Word().Matches(command).Select(match => match.Value[0] switch
        {
            '"' => match.Value[1..^1].Replace("\\$", "$", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal),
            '\'' => match.Value[1..^1],
            _ => match.Value,
        })];

    [GeneratedRegex("```console\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|\\S+")]
    private static partial Regex Word();
}
