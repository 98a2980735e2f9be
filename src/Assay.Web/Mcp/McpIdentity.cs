using System.Reflection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assay.Web.Mcp;

/// <summary>How the server tells clients what it is.</summary>
internal static class McpIdentity
{
    private static readonly string s_version = typeof(McpIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static void Describe(McpServerOptions options)
    {
        options.ServerInfo = new Implementation { Name = AssayTools.ServerName, Title = "Assay", Version = s_version };
        options.ServerInstructions = AssayTools.Instructions;
    }
}
