namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Reads <c>Lambda-Runtime-Client-Context</c>, in the names that AWS's mobile SDKs write.</summary>
internal static class ClientContextReader
{
    public static ClientContext Read(string? header)
    {
        using var json = HeaderJson.Parse(header);
        if (json is null)
        {
            return new ClientContext();
        }

        var client = HeaderJson.Object(json.RootElement, "client");
        var application = new ClientApplication(
            HeaderJson.Text(client, "app_package_name"),
            HeaderJson.Text(client, "app_title"),
            HeaderJson.Text(client, "app_version_code"),
            HeaderJson.Text(client, "app_version_name"),
            HeaderJson.Text(client, "installation_id"));
        return new ClientContext(
            application,
            HeaderJson.Map(HeaderJson.Object(json.RootElement, "custom")),
            HeaderJson.Map(HeaderJson.Object(json.RootElement, "env")));
    }
}
