using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Cognito.Tokens;

namespace Lexicon.Local.Cognito.Users;

/// <summary>
/// The files that cognito-local keeps its data in, written before it starts: options and clients follow the templates,
/// users and the members of groups stay as they are. A file that a crash cut short is replaced by its copy, which holds whatever was
/// acknowledged.
/// </summary>
internal sealed class Database(string folder, TimeProvider time)
{
    private static readonly string[] StandardAttributes =
    [
        "name", "given_name", "family_name", "middle_name", "nickname", "preferred_username", "profile", "picture", "website",
        "email", "gender", "birthdate", "zoneinfo", "locale", "phone_number", "address",
    ];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Lock _one = new();
    private readonly Dictionary<string, byte[]> _kept = [];
    private readonly string _files = Path.Combine(folder, ".cognito", "db");

    /// <summary>The folder that cognito-local must be started in.</summary>
    public string Folder => folder;

    /// <summary>Brings the files up to date with the templates.</summary>
    public void Prepare(UserPools pools)
    {
        lock (_one)
        {
            PrivateFile.CreateFolder(folder);
            Directory.CreateDirectory(_files);
            foreach (var pool in pools.All)
            {
                var stored = Read(pool.Id) ?? [];
                stored["Users"] ??= new JsonObject();
                stored["Groups"] ??= new JsonObject();
                AddGroups(stored["Groups"]!.AsObject(), pools.Groups.Where(group => group.PoolId == pool.Id));
                stored["Options"] = Options(pool);
                Add(stored["Users"]!.AsObject(), pool);
                ForgetExpired(stored["Users"]!.AsObject());
                Write(pool.Id, stored);
            }

            var clients = pools.Clients.Select(client => KeyValuePair.Create(client.Id, (JsonNode?)Options(client)));
            Write("clients", new JsonObject { ["Clients"] = new JsonObject(clients) });
        }
    }

    /// <summary>Copies each file that has changed and that is whole; called when cognito-local writes nothing.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Keep()
    {
        lock (_one)
        {
            foreach (var path in Directory.EnumerateFiles(_files, "*.json"))
            {
                var (name, content) = (Path.GetFileNameWithoutExtension(path), File.ReadAllBytes(path));
                if (!(_kept.TryGetValue(name, out var before) && content.AsSpan().SequenceEqual(before)) && Parse(path) is not null)
                {
                    Replace(Copy(name), content);
                    _kept[name] = content;
                }
            }
        }
    }

    /// <summary>The confirmation code that waits for a user; AWS would send it by mail.</summary>
    public string? ConfirmationCode(string poolId, string userName) =>
        Read(poolId)?["Users"]?.AsObject()
            .Select(entry => entry.Value!)
            .FirstOrDefault(user => (string?)user["Username"] == userName || Attribute(user, "email") == userName)
            ?["ConfirmationCode"]?.GetValue<string>();

    /// <summary>Every code that waits for a user of a pool.</summary>
    public IEnumerable<SentCode> Codes(string poolId) =>
        from entry in Read(poolId)?["Users"]?.AsObject() ?? []
        let user = entry.Value!
        let isConfirmed = (string?)user["UserStatus"] is not "UNCONFIRMED"
        from kind in ((string Member, string Purpose)[])
        [
            ("ConfirmationCode", isConfirmed ? "lets a new password be chosen" : "confirms the sign-up"),
            ("AttributeVerificationCode", "proves the address"), ("MFACode", "second factor"),
        ]
        where user[kind.Member] is JsonValue
        select new SentCode(poolId, Attribute(user, "email") ?? entry.Key, kind.Purpose, user[kind.Member]!.ToString());

    private static string? Attribute(JsonNode user, string name) =>
        (string?)user["Attributes"]?.AsArray().FirstOrDefault(attribute => (string?)attribute!["Name"] == name)?["Value"];

    private static JsonObject Named(string name, string value) => new() { ["Name"] = name, ["Value"] = value };

    private static JsonObject Schema(string name, string type, bool mutable) =>
        new() { ["Name"] = name, ["AttributeDataType"] = type, ["Mutable"] = mutable };

    private static JsonObject Options(ClientDefinition client)
    {
        var properties = client.Properties;
        return new JsonObject
        {
            ["ClientId"] = client.Id,
            ["ClientName"] = properties.ClientName ?? client.Id,
            ["UserPoolId"] = client.PoolId,
            ["AllowedOAuthFlows"] = Array(properties.AllowedOAuthFlows),
            ["AllowedOAuthFlowsUserPoolClient"] = properties.AllowedOAuthFlowsUserPoolClient,
            ["AllowedOAuthScopes"] = Array(properties.AllowedOAuthScopes),
            ["CallbackURLs"] = Array(properties.CallbackURLs),
            ["LogoutURLs"] = Array(properties.LogoutURLs),
            ["ExplicitAuthFlows"] = Array(properties.ExplicitAuthFlows),
            ["PreventUserExistenceErrors"] = properties.PreventUserExistenceErrors,
            ["AccessTokenValidity"] = (int)client.AccessTokenLife.TotalSeconds,
            ["IdTokenValidity"] = (int)client.IdTokenLife.TotalSeconds,
            ["RefreshTokenValidity"] = (int)client.RefreshTokenLife.TotalSeconds,
            ["TokenValidityUnits"] = new JsonObject
            {
                ["AccessToken"] = "seconds",
                ["IdToken"] = "seconds",
                ["RefreshToken"] = "seconds",
            },
        };
    }

    private static JsonArray Array(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);

    private JsonObject Options(PoolDefinition pool)
    {
        var properties = pool.Properties;
        var options = new JsonObject
        {
            ["Id"] = pool.Id,
            ["Name"] = properties.UserPoolName ?? pool.Id,
            ["Arn"] = pool.Arn,
            ["UsernameAttributes"] = Array(properties.UsernameAttributes),
            ["MfaConfiguration"] = properties.MfaConfiguration,
            ["CreationDate"] = Now(),
            ["LastModifiedDate"] = Now(),
            ["SchemaAttributes"] = new JsonArray(
            [
                Schema("sub", "String", mutable: false),
                .. StandardAttributes.Select(name => Schema(name, "String", mutable: true)),
                Schema("email_verified", "Boolean", mutable: true),
                Schema("phone_number_verified", "Boolean", mutable: true),
                .. properties.Schema
                    .Where(attribute => !StandardAttributes.Contains(attribute.Name))
                    .Select(attribute => Schema($"custom:{attribute.Name}", attribute.AttributeDataType, attribute.Mutable)),
            ]),
        };

        // cognito-local takes an empty list for "verify something" and then refuses every sign-up.
        if (properties.AutoVerifiedAttributes.Count > 0)
        {
            options["AutoVerifiedAttributes"] = Array(properties.AutoVerifiedAttributes);
        }

        return options;
    }

    // Whoever is a member of a group stays one.
    private void AddGroups(JsonObject stored, IEnumerable<GroupDefinition> groups)
    {
        foreach (var group in groups)
        {
            var entry = stored[group.Name] as JsonObject ?? new JsonObject { ["CreationDate"] = Now() };
            entry["GroupName"] = group.Name;
            entry["UserPoolId"] = group.PoolId;
            entry["Description"] = group.Description;
            entry["Precedence"] = group.Precedence;
            entry["RoleArn"] = group.RoleArn;
            entry["LastModifiedDate"] = Now();
            stored[group.Name] = entry;
        }
    }

    private void Add(JsonObject users, PoolDefinition pool)
    {
        if (users.Any(entry => Attribute(entry.Value!, "sub") == DemoUser.Sub))
        {
            return;
        }

        var name = pool.SignsInByEmail ? DemoUser.Sub : DemoUser.Name;
        users[name] = new JsonObject
        {
            ["Username"] = name,
            ["Password"] = DemoUser.Password,
            ["Attributes"] = new JsonArray(
                Named("sub", DemoUser.Sub), Named("email", DemoUser.Name), Named("email_verified", "true")),
            ["Enabled"] = true,
            ["UserStatus"] = "CONFIRMED",
            ["UserCreateDate"] = Now(),
            ["UserLastModifiedDate"] = Now(),
            ["RefreshTokens"] = new JsonArray(),
        };
    }

    // cognito-local keeps every refresh token for good.
    private void ForgetExpired(JsonObject users)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        foreach (var (_, user) in users)
        {
            var alive = (user!["RefreshTokens"] as JsonArray ?? [])
                .Select(token => (string)token!)
                .Where(token => JsonWebToken.Peek(token)?["exp"] is JsonValue end && end.GetValue<long>() > now);
            user["RefreshTokens"] = Array([.. alive]);
        }
    }

    private string Now() => time.GetUtcNow().UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private string Name(string name) => Path.Combine(_files, $"{name}.json");

    private string Copy(string name) => Path.Combine(folder, $"{name}.last-good.json");

    private JsonObject? Read(string name) => Parse(Name(name)) ?? Parse(Copy(name));

    private static JsonObject? Parse(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) as JsonObject;
        }
        catch (Exception missing) when (missing is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private void Write(string name, JsonObject content)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(content, Indented);
        foreach (var path in (string[])[Copy(name), Name(name)])
        {
            Replace(path, text);
        }

        _kept[name] = text;
    }

    private static void Replace(string path, byte[] content)
    {
        // The passwords are in clear text: cognito-local knows no other way.
        PrivateFile.Write(path + ".new", content);
        File.Move(path + ".new", path, overwrite: true);
    }
}
