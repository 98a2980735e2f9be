using System.CommandLine;

namespace Assay.Cli;

/// <summary><c>assay graph</c>: the verbs about graphs of stakes, of any size.</summary>
internal static class GraphVerb
{
    public static Verb Create() =>
        new(new Command("graph", "Ask who owns and who controls what in a graph of stakes, of up to many millions."), "assay graph stats register/", "assay graph own register/ --by country");
}
