using System.Text;
using System.Text.Json.Nodes;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;
using Assay.Tests.Cli;

namespace Assay.Tests.Linking;

/// <summary>A small pack with two entities that may be one.</summary>
internal static class LinkedPack
{
    public static void Write(TemporaryFolder folder, string entities = "")
    {
        var descriptor = new JsonObject
        {
            ["profile"] = "tabular-data-package",
            ["name"] = "linked",
            ["title"] = "Linked",
            ["version"] = "1.0.0",
            ["assay"] = new JsonObject { ["format"] = PackDescriptor.KnownFormat, ["buildsOn"] = new JsonArray("world") },
            ["resources"] = new JsonArray([.. PackTable.All.Where(table => table.Name is "entities" or "sources").Select(table => (JsonNode)DescriptorText.Resource(table))]),
        };
        folder.Write("datapackage.json", Encoding.UTF8.GetBytes(descriptor.ToJsonString()));
        folder.Write("sources.csv", "id,publisher,title,date,url,kind\ns,Publisher,Title,2025-01-01,https://example.org/,reference\n"u8);
        folder.Write("entities.csv", Encoding.UTF8.GetBytes("id,kind,name,aliases,country,parent,identifiers,sources,note\nacme-one,company,Acme Zinc plc,,gb,,,s,\nacme-other,company,Acme Zinc,,gb,,,s,\n" + entities));
    }
}
