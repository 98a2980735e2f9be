using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace Assay.Cli;

/// <summary>Parses the command line, runs the verb and turns whatever goes wrong into lines on standard error and an exit code.</summary>
internal sealed class CommandLine
{
    private readonly Command _root = new("assay", "Sets the claims of an opinion article beside the public record.");
    private readonly Dictionary<Command, string[]> _examples = [];
    private readonly Terminal _terminal;

    public CommandLine(Terminal terminal, TimeProvider time)
    {
        _terminal = terminal;
        _root.Add(new VersionVerb(terminal).Option);
        Add(_root, new CheckVerb(terminal, time).Create());
        Add(_root, new ExplainVerb(terminal, time).Create());
        Add(_root, new GapsVerb(terminal, time).Create());
        foreach (var verb in new ReadingVerbs(terminal, time).Create()) Add(_root, verb);
        foreach (var verb in RecordVerbs.Create(terminal, time)) Add(_root, verb);
        Add(_root, new McpVerb(terminal, time).Create());
        Add(_root, GraphVerb.Create());
        var graph = _root.Subcommands[^1];
        Add(graph, new GraphBuildVerb(terminal).Create());
        Add(graph, new GraphOwnVerb(terminal).Create());
        Add(graph, new GraphControlVerb(terminal).Create());
        Add(graph, new GraphExplainVerb(terminal).Create());
        Add(graph, new GraphStatsVerb(terminal).Create());
        Add(_root, ReactionsVerb.Create());
        Add(_root.Subcommands[^1], new ReactionsSimulateVerb(terminal).Create());
        Add(_root, new ServeVerb(terminal, time).Create());
        Add(_root, UsersVerb.Group());
        foreach (var verb in new UsersVerb(terminal, time).All()) Add(_root.Subcommands[^1], verb);
        foreach (var verb in BackupVerbs.Create(terminal, time)) Add(_root, verb);
        Add(_root, new ImportVerb(terminal, time).Create());
        Add(_root, PackVerb.Create());
        var pack = _root.Subcommands[^1];
        Add(pack, PackLintVerb.Create(terminal));
        Add(pack, new PackListVerb(terminal).Create());
        Add(pack, new PackNewVerb(terminal).Create());
        Add(pack, PackAddVerb.Group());
        foreach (var verb in PackAddVerb.All(terminal)) Add(pack.Subcommands[^1], verb);
        Add(pack, new PackDiffVerb(terminal, time).Create());
        Add(_root, new ExportVerb(terminal, time).Create());
        Add(_root, LinkVerb.Create());
        foreach (var verb in LinkVerb.All(terminal, time)) Add(_root.Subcommands[^1], verb);
        Add(_root, RulesVerb.Create());
        Add(_root.Subcommands[^1], new RulesLintVerb(terminal).Create());
        _examples[_root] = ["assay check examples/oil-in-whose-hands.txt", "assay explain examples/oil-in-whose-hands.txt c5", "assay pack list"];

        var help = new HelpOption("--help", "-h") { Description = "Show help." };
        help.Action = new HelpText((HelpAction)help.Action!, _examples);
        _root.Add(help);
    }

    /// <summary>The verbs and options, for the guard that holds the documentation to them.</summary>
    public Command Root => _root;

    public int Run(IReadOnlyList<string> arguments)
    {
        var line = _root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        try
        {
            if (Usage(line) is { } wrong) return Say(ExitCode.WrongUsage, [$"{wrong.TrimEnd('.')}; see: assay{PathOf(line.CommandResult)} --help"]);
            return line.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = _terminal.Output, Error = _terminal.Error,
            });
        }
        catch (StopException stop)
        {
            return Say(stop.ExitCode, stop.Lines);
        }
        // What is read is guarded where it is read: what is left is a full disk, or a reader of ours that went away.
        catch (IOException failed)
        {
            return Say(ExitCode.OutputUnwritable, [$"the output could not be written: {failed.Message.ReplaceLineEndings(" ")}"]);
        }
#pragma warning disable CA1031 // The last catch of the program: a reader gets one line, never a stack trace.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Say(ExitCode.Fault, [$"a fault of the program itself: {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}; please report it with the article"]);
        }
    }

    private int Say(int exitCode, IReadOnlyList<string> lines)
    {
        foreach (var text in lines) _terminal.Error.WriteLine($"assay: {text}");
        return exitCode;
    }

    private void Add(Command parent, Verb verb)
    {
        parent.Add(verb.Command);
        if (verb.Examples.Length > 0) _examples[verb.Command] = verb.Examples;
    }

    /// <summary>What is wrong with the line, in one sentence; null if nothing.</summary>
    private static string? Usage(ParseResult line)
    {
        if (line.Errors.Count == 0) return null;
        var command = line.CommandResult.Command;
        if (line.UnmatchedTokens is not [var unknown, ..])
            return command.Subcommands.Count > 0 ? $"a verb is missing: {string.Join(", ", command.Subcommands.Select(verb => verb.Name))}" : line.Errors[0].Message;
        if (unknown.StartsWith('-') && unknown.Length > 1) return UnknownOption(unknown, command);
        if (command.Subcommands.Count == 0) return $"'{unknown}' is one word too many";
        var hint = File.Exists(unknown) ? $" (did you mean: assay check {unknown}?)" : Suggestion.For(unknown, command.Subcommands.Select(verb => verb.Name));
        return $"there is no verb '{unknown}'{hint}; there are: {string.Join(", ", command.Subcommands.Select(verb => verb.Name))}";
    }

    /// <summary>For an argument: the parser takes any word for a file, but one that looks like an option and is no file is a mistyped option.</summary>
    public static void RefuseUnknownOptions(ArgumentResult argument)
    {
        foreach (var token in argument.Tokens)
        {
            if (token.Value.Length > 1 && token.Value[0] == '-' && !Path.Exists(token.Value) && argument.Parent is CommandResult verb)
            {
                argument.AddError(UnknownOption(token.Value, verb.Command));
                return;
            }
        }
    }

    private static string UnknownOption(string option, Command command) =>
        $"there is no option '{option}'{Suggestion.For(option, command.Options.SelectMany(known => known.Aliases.Prepend(known.Name)))}";

    private static string PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : "";
}
