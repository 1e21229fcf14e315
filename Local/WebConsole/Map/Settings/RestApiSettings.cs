using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Resources;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.WebConsole.Map.Settings;

/// <summary>What the templates set of a REST API: its stages, usage plans and authorizers, and who may call each route.</summary>
internal sealed class RestApiSettings(Place api, Grants grants, IReadOnlyList<ResourceNode> nodes)
{
    private readonly RolesByClaim _claims = new(nodes);
    private readonly string _id = api.Node.Provisioned!.Ref;

    /// <summary>All of it.</summary>
    public IEnumerable<SettingsTable> Tables() =>
    [
        new("Stages", ["Stage", "Throttle of each method", "Web ACL", "Traces", "Access log"], [.. Stages.Select(Stage)]),
        .. Some("Usage plans, for who brings a key", ["Plan", "What it is for", "Throttle of each key", "Quota", "Keys"], Plans()),
        .. Some("Authorizers", ["Authorizer", "Kind", "Reads", "Asks"], Authorizers.Select(Authorizer)),
        .. Some("Routes", ["Route", "Who may call", "Key", "Checked", "Throttle", "Asks"], Routes()),
        .. MappingTemplates(),
    ];

    private IEnumerable<StageProperties> Stages =>
        nodes.Of<StageProperties>("AWS::ApiGateway::Stage").Select(stage => stage.Properties).Where(stage => stage.RestApiId == _id);

    private IEnumerable<(ResourceNode Node, AuthorizerProperties Properties)> Authorizers =>
        nodes.Of<AuthorizerProperties>("AWS::ApiGateway::Authorizer").Where(authorizer => authorizer.Properties.RestApiId == _id);

    private IReadOnlyList<string> Stage(StageProperties stage) =>
    [
        stage.StageName,
        Settings(stage).FirstOrDefault(setting => setting is { IsSpecific: false, Throttle: not null })?.Throttle is { } throttle
            ? PlaceSettings.Words(throttle.Rate, throttle.Burst)
            : PlaceSettings.OfTheAccount,
        HasWebAcl(stage) ? "yes" : "none",
        stage.TracingEnabled ? "sampled" : "no",
        stage.AccessLogSetting?.DestinationArn?.Split(":log-group:")[^1].TrimEnd(':', '*') ?? "none",
    ];

    private bool HasWebAcl(StageProperties stage) => nodes.Any(node => node.TypeName == "AWS::WAFv2::WebACLAssociation"
        && $"{node.Resource?.Properties["ResourceArn"]}".EndsWith($"/restapis/{_id}/stages/{stage.StageName}", StringComparison.Ordinal));

    private IEnumerable<IReadOnlyList<string>> Plans() =>
        from plan in nodes.Of<UsagePlanProperties>("AWS::ApiGateway::UsagePlan")
        where plan.Properties.ApiStages.Any(stage => stage.ApiId == _id)
        let keys = nodes.Of<UsagePlanKeyProperties>("AWS::ApiGateway::UsagePlanKey")
            .Count(key => key.Properties.UsagePlanId == plan.Node.Provisioned?.Ref)
        select (IReadOnlyList<string>)
        [
            Names.Plain(plan.Node),
            plan.Properties.Description ?? "",
            plan.Properties.Throttle is { } throttle ? PlaceSettings.Words(throttle.RateLimit, throttle.BurstLimit) : "none",
            plan.Properties.Quota is { } quota ? FormattableString.Invariant($"{quota.Limit} a {quota.Period.ToLowerInvariant()}") : "none",
            $"{keys}",
        ];

    private static IReadOnlyList<string> Authorizer((ResourceNode Node, AuthorizerProperties Properties) authorizer) =>
    [
        Names.Plain(authorizer.Node),
        authorizer.Properties.Type,
        authorizer.Properties.IdentitySource ?? "",
        string.Join(", ", authorizer.Properties.ProviderARNs.Append(authorizer.Properties.AuthorizerUri)
            .OfType<string>().Select(arn => arn[(arn.LastIndexOf(':') + 1)..])),
    ];

    private IEnumerable<(string Path, MethodProperties Method)> Methods()
    {
        var resources = nodes.Of<ResourceProperties>("AWS::ApiGateway::Resource")
            .Where(resource => resource.Properties.RestApiId == _id)
            .ToDictionary(resource => resource.Node.Provisioned!.Ref, resource => resource.Properties);
        return
            from method in nodes.Of<MethodProperties>("AWS::ApiGateway::Method").Select(method => method.Properties)
            where method.RestApiId == _id
            let path = PathOf(method.ResourceId, resources)
            orderby path, method.HttpMethod
            select (path, method);
    }

    private IEnumerable<IReadOnlyList<string>> Routes()
    {
        var authorizers = Authorizers.ToDictionary(one => one.Node.Provisioned!.Ref, one => Names.Plain(one.Node));
        var validators = nodes.Of<RequestValidatorProperties>("AWS::ApiGateway::RequestValidator")
            .ToDictionary(validator => validator.Node.Provisioned!.Ref, validator => validator.Properties);
        return
            from one in Methods()
            let path = one.Path
            let method = one.Method
            select (IReadOnlyList<string>)
            [
                $"{method.HttpMethod} {path}",
                WhoMayCall(path, method, authorizers),
                method.ApiKeyRequired ? "required" : "no",
                Checked(method, validators),
                string.Join("; ", Stages.SelectMany(Settings).Where(setting => setting is { IsSpecific: true, Throttle: not null }
                        && setting.HttpMethod == method.HttpMethod && setting.ResourcePath == path)
                    .Select(setting => PlaceSettings.Words(setting.Throttle!.Rate, setting.Throttle.Burst)).DefaultIfEmpty("the stage's")),
                Asked(method.Integration),
            ];
    }

    private static IEnumerable<MethodSetting> Settings(StageProperties stage) => stage.MethodSettings.Select(setting =>
        new MethodSetting(setting.HttpMethod, "/" + setting.ResourcePath.Replace("~1", "/", StringComparison.Ordinal).TrimStart('/'))
        {
            Throttle = setting is { ThrottlingRateLimit: { } rate, ThrottlingBurstLimit: { } burst } ? new(rate, burst) : null,
        });

    private string WhoMayCall(string path, MethodProperties method, Dictionary<string, string> authorizers) =>
        method.AuthorizationType switch
        {
            "NONE" => "anyone",
            "AWS_IAM" => "who signs with credentials that IAM allows it (AWS_IAM)" + Roles(path, method),
            "COGNITO_USER_POOLS" => $"who is signed in (Cognito, {authorizers.GetValueOrDefault(method.AuthorizerId ?? "")})",
            _ => $"whom {authorizers.GetValueOrDefault(method.AuthorizerId ?? "")} lets in ({method.AuthorizationType})",
        };

    // The roles that may, and who gets the credentials of each.
    private string Roles(string path, MethodProperties method)
    {
        var called = Stages
            .Select(stage => Account.Arn("execute-api", $"{_id}/{stage.StageName}/{method.HttpMethod}{Sample(path)}"))
            .ToList();
        var roles =
            from arn in nodes.Where(node => node.TypeName == "AWS::IAM::Role").Select(node => $"{node.Provisioned?.Attributes["Arn"]}")
            where called.Any(one => grants.MayInvoke(arn, one))
            let who = string.Join("; ", _claims.WhoGets(arn))
            select Names.OfRole(arn, nodes) + (who.Length > 0 ? $", which the identity pool gives to whoever is signed in and {who}" : "");
        return string.Join("; ", roles) is { Length: > 0 } some ? $": {some}" : "";
    }

    // A path with something in place of its parameters.
    private static string Sample(string path) =>
        string.Join('/', path.Split('/').Select(static part => part.StartsWith('{') ? "0" : part));

    // https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings.html
    private IEnumerable<SettingsTable> MappingTemplates() =>
        from one in Methods()
        where one.Method.Integration is not null
        let integration = one.Method.Integration
        let rows = Mapped("What it is asked", integration.RequestParameters, integration.RequestTemplates)
            .Concat(integration.IntegrationResponses.SelectMany(response => Mapped(
                $"What the caller gets: {response.StatusCode}, "
                    + (response.SelectionPattern is { Length: > 0 } pattern ? $"where what came is like {pattern}" : "for all else"),
                response.ResponseParameters,
                response.ResponseTemplates)))
            .ToList()
        where rows.Count > 0
        select new SettingsTable($"Mapping templates of {one.Method.HttpMethod} {one.Path}", ["What", "Template"], rows, IsCode: true);

    private static IEnumerable<IReadOnlyList<string>> Mapped(
        string what, IReadOnlyDictionary<string, string> parameters, IReadOnlyDictionary<string, string> templates) =>
    [
        .. parameters.Count > 0
            ? (IReadOnlyList<string>[])
                [[$"{what}, headers and parameters", string.Join('\n', parameters.Select(one => $"{one.Key} = {one.Value}"))]]
            : [],
        .. templates.Where(static template => template.Value.Length > 0)
            .Select(IReadOnlyList<string> (template) => [$"{what}, {template.Key}", template.Value]),
    ];

    private static string Checked(MethodProperties method, Dictionary<string, RequestValidatorProperties> validators)
    {
        var validator = validators.GetValueOrDefault(method.RequestValidatorId ?? "");

        // What is in the path is there in any case.
        var parameters = method.RequestParameters
            .Where(one => one.Value && !one.Key.StartsWith("method.request.path.", StringComparison.Ordinal))
            .Select(one => one.Key.Split('.').Last()).Order(StringComparer.Ordinal).ToList();
        string?[] checks =
        [
            validator is { ValidateRequestParameters: true } && parameters.Count > 0 ? $"has {string.Join(", ", parameters)}" : null,
            validator is { ValidateRequestBody: true } && method.RequestModels.Count > 0
                ? $"the body, by the model {string.Join(", ", method.RequestModels.Values.Distinct())}" : null,
        ];
        return string.Join("; ", checks.OfType<string>().DefaultIfEmpty("nothing"));
    }

    // .../functions/arn:aws:lambda:REGION:ACCOUNT:function:NAME:ALIAS/invocations, or arn:aws:apigateway:REGION:SERVICE:...
    private static string Asked(MethodProperties.MethodIntegration? integration) => integration switch
    {
        { Uri: { } uri } when uri.Split(":function:") is [_, var name] => $"the function {name.Split(':', '/')[0]}",
        { Uri: { } uri } when uri.StartsWith("arn:aws:apigateway:", StringComparison.Ordinal) => $"{uri.Split(':')[4]}, without a function",
        { Uri: { } uri } => uri,
        _ => "nothing: it responds itself",
    };

    private static string PathOf(string id, Dictionary<string, ResourceProperties> resources) =>
        resources.TryGetValue(id, out var resource) ? $"{PathOf(resource.ParentId, resources).TrimEnd('/')}/{resource.PathPart}" : "/";

    private static IEnumerable<SettingsTable> Some(string title, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows) =>
        rows.ToList() is { Count: > 0 } some ? [new(title, columns, some)] : [];
}
