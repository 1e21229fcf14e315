using static Lexicon.Infra.Tests.Sabotage.Change;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>Against the API and its functions.</summary>
internal static class ApiSabotages
{
    private const string Mine = "Glossary/Api/Default/api/me/glossaries";

    private const string Stage = "Glossary/Api/DeploymentStage.prod/Resource";

    public static IReadOnlyList<Sabotage> All { get; } =
    [
        new("Anyone may create glossaries", "prod Api", $"{Mine}/POST/Resource", Set("/Properties/AuthorizationType", "\"NONE\"")),
        new("A method asks no authorizer", "dev Api", $"{Mine}/GET/Resource", Remove("/Properties/AuthorizerId")),
        new("The authorizer asks another pool", "prod Api", "Glossary/Readers/Resource", Set(
            "/Properties/ProviderARNs", "[\"arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_Another\"]")),
        new("A route is gone", "prod Api", "Glossary/Api/Default/api/openapi.json/GET/Resource", Sabotage.Gone),
        new("A method calls a function past its alias", "dev Api", $"{Mine}/GET/Resource", Replace(
            "/Properties/Integration/Uri", "ListMyGlossariesFunctionAliaslive029B7657", "ListMyGlossariesFunction0355BF98")),
        new("The API is served over plain paths of another stage", "prod Api", Stage, Set("/Properties/StageName", "\"live\"")),
        new("Requests are not traced", "prod Api", Stage, Set("/Properties/TracingEnabled", "false")),
        new("A function is not traced", "dev Api", "GetTerm/Function/Resource", Remove("/Properties/TracingConfig")),
        new("A function has no dead letters", "prod Api", "GetTerm/Function/Resource", Remove("/Properties/DeadLetterConfig")),
        new("A function knows a secret", "prod Api", "GetTerm/Function/Resource", Set("/Properties/Environment/Variables/API_KEY", "\"hunter2\"")),
        new("A function runs on a runtime that AWS has ended", "dev Api", "GetTerm/Function/Resource", Set("/Properties/Runtime", "\"dotnet6\"")),
        new("A function runs longer than the API waits", "prod Api", "GetTerm/Function/Resource", Set("/Properties/Timeout", "60")),
        new("A function writes to a log group of Lambda's making", "prod Api", "GetTerm/Function/Resource", Remove("/Properties/LoggingConfig")),
        new("A function starts another operation", "prod Api", "GetTerm/Function/Resource", Set("/Properties/Environment/Variables/OPERATION", "\"DeleteTerm\"")),
        new("A function has a name without its stage", "dev Api", "GetTerm/Function/Resource", Set("/Properties/FunctionName", "\"GetTerm\"")),
        new("A log group is kept for ever", "prod Api", "GetTerm/Logs/Resource", Remove("/Properties/RetentionInDays")),
        new("A log group outlives its stack", "dev Api", "GetTerm/Logs/Resource", Set("/DeletionPolicy", "\"Retain\"")),
        new("Anyone may call a function", "prod Api", "GetTerm/Function/Aliaslive/Resource", Sabotage.Gone),
        new("Dead letters are not encrypted", "prod Api", "DeadLetters/Queue/Resource", Set("/Properties/SqsManagedSseEnabled", "false")),
        new("Dead letters travel over plain HTTP", "dev Api", "DeadLetters/Queue/Policy/Resource", Sabotage.Gone),
        new("Dead letters are lost after a minute", "prod Api", "DeadLetters/Queue/Resource", Set("/Properties/MessageRetentionPeriod", "60")),
        new("A refusal hides AWS's own words", "prod Api", "Glossary/Api/Refusal-REQUEST_TOO_LARGE/Resource", Replace(
            "/Properties/ResponseTemplates", "$context.error.messageString", "\\\"No.\\\"")),
        new("A refusal does not say what was wrong", "dev Api", "Glossary/Api/Refusal-BAD_REQUEST_BODY/Resource", Replace(
            "/Properties/ResponseTemplates", "$context.error.validationErrorString", "")),
        new("A refusal is no problem+json", "prod Api", "Glossary/Api/Refusal-UNAUTHORIZED/Resource", Remove("/Properties/ResponseParameters")),
        new("A refusal is a success", "prod Api", "Glossary/Api/Refusal-UNAUTHORIZED/Resource", Set("/Properties/StatusCode", "\"200\"")),
        new("Any page may read refusals", "full Api", "Glossary/Api/Refusal-DEFAULT_4XX/Resource", Replace(
            "/Properties/ResponseParameters", "https://example.org", "*")),
        new("Any page may call the API", "full Api", $"{Mine}/OPTIONS/Resource", Replace("/Properties/Integration", "https://example.org", "*")),
        new("Bodies are not validated", "prod Api", "Glossary/Api/Validator/Resource", Set("/Properties/ValidateRequestBody", "false")),
        new("A method validates nothing", "dev Api", $"{Mine}/POST/Resource", Remove("/Properties/RequestValidatorId")),
        new("A method takes any body", "prod Api", $"{Mine}/POST/Resource", Remove("/Properties/RequestModels")),
        new("A title may be of any length", "prod Api", "Glossary/Api/Model-GlossaryRequest/Resource", Remove("/Properties/Schema/properties/title/maxLength")),
        new("The stage takes ten times the requests", "prod Api", Stage, Set("/Properties/MethodSettings/0/ThrottlingRateLimit", "5000")),
        new("Writes are throttled like reads", "prod Api", Stage, Remove("/Properties/MethodSettings/1")),
        new("Bodies are written to the log", "prod Api", Stage, Set("/Properties/MethodSettings/0/DataTraceEnabled", "true")),
        new("API Gateway keeps its errors to itself", "prod Api", Stage, Set("/Properties/MethodSettings/0/LoggingLevel", "\"OFF\"")),
        new("Nobody writes down the requests", "prod Api", Stage, Remove("/Properties/AccessLogSetting")),
        new("The access log knows who asks", "prod Api", Stage, Replace(
            "/Properties/AccessLogSetting/Format", "$context.identity.sourceIp", "$context.authorizer.claims.email")),
        new("Answers are not compressed", "prod Api", "Glossary/Api/Resource", Remove("/Properties/MinimumCompressionSize")),
        new("The web ACL is gone from the API", "full Api", "Firewall/Association", Sabotage.Gone),
        new("The web ACL counts and never blocks", "full Api", "Firewall/Acl", Replace("/Properties/Rules", "{\"Block\":{}}", "{\"Count\":{}}")),
        new("A method asks for no key", "full Api", $"{Mine}/POST/Resource", Set("/Properties/ApiKeyRequired", "false")),
        new("The authorizer reads another header", "prod Api", "Glossary/Readers/Resource", Set("/Properties/IdentitySource", "\"method.request.header.Token\"")),
        new("A revoked token works for an hour", "prod Api", "Glossary/Readers/Resource", Set("/Properties/AuthorizerResultTtlInSeconds", "3600")),
        new("Access tokens are asked for in place of ID tokens", "full Api", $"{Mine}/POST/Resource", Set("/Properties/AuthorizationScopes", "[\"openid\"]")),
        new("A function has a tenth of its memory", "prod Api", "GetTerm/Function/Resource", Set("/Properties/MemorySize", "128")),
        new("A function never runs", "full Api", "GetTerm/Function/Resource", Set("/Properties/ReservedConcurrentExecutions", "0")),
        new("A function waits for a network", "prod Api", "GetTerm/Function/Resource", Set("/Properties/VpcConfig", """{"SubnetIds":["subnet-1"]}""")),
        new("A function is of another architecture", "dev Api", "GetTerm/Function/Resource", Set("/Properties/Architectures", "[\"arm64\"]")),
        new("A function trusts every root", "prod Api", "GetTerm/Function/Resource", Remove("/Properties/Environment/Variables/SSL_CERT_FILE")),
        new("A function has a URL without IAM", "prod Api", "", Set(
            "/Resources/Backdoor", """{"Type":"AWS::Lambda::Url","Properties":{"AuthType":"NONE","TargetFunctionArn":"x"}}""")),
        new("Any account may call a function", "full Api", "", Set(
            "/Resources/Backdoor", """{"Type":"AWS::Lambda::Permission","Properties":{"Action":"lambda:InvokeFunction","FunctionName":"x","Principal":"*"}}""")),
        new("A log is kept for another time than the rest", "full Api", "GetTerm/Logs/Resource", Set("/Properties/RetentionInDays", "365")),
        new("A key of the API knows no bounds", "full Api", "Keys/Plan/Resource", Remove("/Properties/Throttle")),
        new("A key of the API is used up after a day", "full Api", "Keys/Plan/Resource", Set("/Properties/Quota/Period", "\"DAY\"")),
        new("The web ACL lets a hundred times as many through", "full Api", "Firewall/Acl", Replace("/Properties/Rules", "\"Limit\":2000", "\"Limit\":200000")),
        new("The web ACL only counts what AWS knows to be bad", "full Api", "Firewall/Acl", Replace("/Properties/Rules", "{\"None\":{}}", "{\"Count\":{}}")),
        new("The web ACL refuses whom no rule names", "full Api", "Firewall/Acl", Set("/Properties/DefaultAction", """{"Block":{}}""")),
        new("Answers of one reader are kept by the API", "prod Api", Stage, Set("/Properties/MethodSettings/0/CachingEnabled", "true")),
        new("The execution log is left to API Gateway", "dev Api", "Glossary/Logs/Execution/Resource", Sabotage.Gone),
        new("A method gives up after a second", "prod Api", $"{Mine}/POST/Resource", Set("/Properties/Integration/TimeoutInMillis", "1000")),
        new("A method calls its function as whoever asks", "prod Api", $"{Mine}/POST/Resource", Set(
            "/Properties/Integration/Credentials", "\"arn:aws:iam::*:user/*\"")),
        new("A method rewrites what it is asked", "prod Api", $"{Mine}/GET/Resource", Set(
            "/Properties/Integration/RequestTemplates", """{"application/json":"{}"}""")),
        new("A path leads nowhere", "prod Api", "", Set(
            "/Resources/Backdoor",
            """{"Type":"AWS::ApiGateway::Resource","Properties":{"PathPart":"debug","ParentId":{"Ref":"GlossaryApiapime35E53E1D"},"RestApiId":{"Ref":"GlossaryApi4C8776F1"}}}""")),
        new("A function keeps its lines to itself", "prod Api", "DeleteTerm/Function/Resource", Set("/Properties/LoggingConfig/ApplicationLogLevel", "\"FATAL\"")),
        new("A log cannot be searched for metrics", "prod Api", "GetTerm/Logs/Resource", Set("/Properties/LogGroupClass", "\"INFREQUENT_ACCESS\"")),
        new("The stage makes its own execution log first", "prod Api", Stage, Remove("/DependsOn")),
        new("Bodies are bytes, which no model looks at", "prod Api", "Glossary/Api/Resource", Set("/Properties/BinaryMediaTypes", """["*/*"]""")),
        new("A refusal breaks its JSON at a quotation mark", "dev Api", "Glossary/Api/Refusal-ACCESS_DENIED/Resource", Replace(
            "/Properties/ResponseTemplates", "$context.error.messageString", "$context.error.message")),
        new("A page may send cookies with a request", "full Api", $"{Mine}/OPTIONS/Resource", Set(
            "/Properties/Integration/IntegrationResponses/0/ResponseParameters/method.response.header.Access-Control-Allow-Credentials", "\"'true'\"")),
        new("The web ACL bounds only who asks from Antarctica", "full Api", "Firewall/Acl", Set(
            "/Properties/Rules/0/Statement/RateBasedStatement/ScopeDownStatement", """{"GeoMatchStatement":{"CountryCodes":["AQ"]}}""")),
        new("The web ACL of the edge forgets after a minute", "full Site", "Firewall/Acl", Set(
            "/Properties/Rules/0/Statement/RateBasedStatement/EvaluationWindowSec", "60")),
        new("The web ACL knows only what was bad years ago", "full Site", "Firewall/Acl", Set(
            "/Properties/Rules/2/Statement/ManagedRuleGroupStatement/Version", "\"Version_1.0\"")),
        new("The web ACL asks AWS's list for some requests only", "full Site", "Firewall/Acl", Set(
            "/Properties/Rules/1/Statement/ManagedRuleGroupStatement/ScopeDownStatement", """{"GeoMatchStatement":{"CountryCodes":["AQ"]}}""")),
        new("A line of the access log is no JSON", "prod Api", Stage, Replace("/Properties/AccessLogSetting/Format", "xrayTraceId", "xray\\\"TraceId")),
        new("The web ACL of the API is counted as that of the edge", "full Api", "Firewall/Acl", Set(
            "/Properties/VisibilityConfig/MetricName", "\"Lexicon-prod-Site-All\"")),
        new("A version is deployed by a second group", "prod Api", "", Set(
            "/Resources/Backdoor",
            """{"Type":"AWS::CodeDeploy::DeploymentGroup","Properties":{"ApplicationName":{"Ref":"RolloutApplication23995D4D"},"ServiceRoleArn":{"Fn::GetAtt":["RolloutRole87B5C187","Arn"]}}}""")),
    ];
}
