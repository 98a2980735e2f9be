using System.Xml.Linq;
using Assay.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Assay.Web.Accounts;

/// <summary>Keeps the keys that cookies are signed with in the store, so that they outlive a restart and serve every process.</summary>
internal sealed class StoredKeys(Store store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. store.Keys.AllAsync().GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => store.Keys.AddAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting)).GetAwaiter().GetResult();
}
