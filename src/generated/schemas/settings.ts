// Generated from schemas/settings.schema.json by `npm run generate`; do not edit.
export const settingsSchema: Readonly<Record<string, unknown>> = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "urn:rolecall:settings",
  "title": "rolecall.yaml",
  "description": "Settings of rolecall: where the files are, how the APIs are reached, and what a plan must never do.",
  "type": "object",
  "additionalProperties": false,
  "properties": {
    "version": {
      "description": "The version of this format. 1 is the only one.",
      "const": 1
    },
    "access": {
      "description": "The access files: globs relative to this file. They cannot leave its folder.",
      "type": "array",
      "items": {
        "description": "A glob such as access/**/*.yaml: ** is any folders, * and ? stay within a name, [a-z] is one character, {a,b} either; one that begins with ! leaves files out.",
        "type": "string",
        "pattern": "\\S"
      },
      "minItems": 1,
      "maxItems": 200,
      "default": [
        "access/**/*.yaml"
      ]
    },
    "people": {
      "description": "The directory of people and teams, relative to this file.",
      "type": "string",
      "pattern": "\\S",
      "examples": [
        "people.yaml"
      ]
    },
    "prune": {
      "description": "What happens to assignments that are live and unlisted in environments, accounts and projects whose document does not say: false keeps and shows them, listed revokes them in the roles the document names, true revokes them all. Organizations never inherit it.",
      "enum": [
        false,
        true,
        "listed"
      ],
      "default": false
    },
    "providers": {
      "description": "The systems that hold role assignments. One that no file uses needs no settings.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "redox": {
          "$ref": "#/$defs/redox"
        },
        "aion": {
          "$ref": "#/$defs/aion"
        }
      }
    },
    "guards": {
      "description": "Checks that may refuse a plan.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "maxRevokes": {
          "description": "Refuses a plan that takes away more than the larger of both limits in one scope.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "count": {
              "description": "This many revokes are in order whatever the size of the scope.",
              "type": "integer",
              "minimum": 0,
              "default": 5
            },
            "percent": {
              "description": "This share of the live assignments of the scope, in percent.",
              "type": "number",
              "minimum": 0,
              "maximum": 100,
              "default": 10
            }
          }
        },
        "minHolders": {
          "description": "Refuses a plan that leaves a role with too few users, besides the built-in owner of an organization and account_admin of an account.",
          "type": "array",
          "items": {
            "description": "How many users must hold a role.",
            "type": "object",
            "additionalProperties": false,
            "required": [
              "scope",
              "role",
              "min"
            ],
            "properties": {
              "scope": {
                "$ref": "#/$defs/scopeGlob"
              },
              "role": {
                "description": "The role, by its name; no glob. Redox role names match without regard to case.",
                "type": "string",
                "pattern": "^[^*]*\\S[^*]*$",
                "examples": [
                  "owner"
                ]
              },
              "min": {
                "description": "The number of distinct users that must hold it directly.",
                "type": "integer",
                "minimum": 1
              }
            }
          }
        },
        "protect": {
          "description": "Principals whose assignments are never changed or revoked.",
          "type": "array",
          "items": {
            "description": "A protected principal.",
            "type": "object",
            "additionalProperties": false,
            "required": [
              "scope",
              "principal"
            ],
            "properties": {
              "scope": {
                "$ref": "#/$defs/scopeGlob"
              },
              "principal": {
                "description": "The principal: user:ID, group:ID, an e-mail or a key of people.yaml.",
                "type": "string",
                "pattern": "\\S"
              }
            }
          }
        }
      }
    },
    "policies": {
      "description": "Rules about who may hold what, checked without the network but for require2fa.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "separation": {
          "description": "Roles that no one person may hold together.",
          "type": "array",
          "items": {
            "description": "A separation of duties.",
            "type": "object",
            "additionalProperties": false,
            "required": [
              "name",
              "roles",
              "within"
            ],
            "properties": {
              "name": {
                "description": "What the policy is called in findings.",
                "type": "string",
                "pattern": "\\S"
              },
              "roles": {
                "description": "The roles of which a person may hold one. Case does not matter.",
                "type": "array",
                "items": {
                  "description": "A role.",
                  "type": "string",
                  "pattern": "\\S"
                },
                "minItems": 2
              },
              "within": {
                "description": "Where the roles must not meet: in one scope, in an organization with its environments, in an account with its projects, or everywhere.",
                "enum": [
                  "scope",
                  "organization",
                  "account",
                  "everywhere"
                ]
              },
              "level": {
                "$ref": "#/$defs/level"
              }
            }
          }
        },
        "maxTerm": {
          "description": "Roles that are given for a limited time only.",
          "type": "array",
          "items": {
            "description": "The longest term of a role.",
            "type": "object",
            "additionalProperties": false,
            "required": [
              "scope",
              "role",
              "days"
            ],
            "properties": {
              "scope": {
                "$ref": "#/$defs/scopeGlob"
              },
              "role": {
                "$ref": "#/$defs/roleGlob"
              },
              "days": {
                "description": "The entry must carry until, at most this many days after the later of now and its from.",
                "type": "number",
                "exclusiveMinimum": 0
              },
              "level": {
                "$ref": "#/$defs/level"
              }
            }
          }
        },
        "require2fa": {
          "description": "Roles whose holders must have a second factor.",
          "type": "array",
          "items": {
            "description": "A second factor for some roles.",
            "type": "object",
            "additionalProperties": false,
            "required": [
              "scope",
              "roles"
            ],
            "properties": {
              "scope": {
                "$ref": "#/$defs/scopeGlob"
              },
              "roles": {
                "description": "The roles, as globs. Case does not matter.",
                "type": "array",
                "items": {
                  "$ref": "#/$defs/roleGlob"
                },
                "minItems": 1
              },
              "level": {
                "$ref": "#/$defs/level"
              }
            }
          }
        }
      }
    },
    "risk": {
      "description": "What plans and comments show first.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "high": {
          "description": "Globs of high-risk roles: what gives or takes one is of high risk, and so is an unlisted holder.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/roleGlob"
          },
          "default": [
            "*admin*",
            "*owner*"
          ]
        }
      }
    }
  },
  "$defs": {
    "scopeGlob": {
      "description": "A glob over addresses of scopes: * is one segment, ** any number.",
      "type": "string",
      "pattern": "\\S",
      "examples": [
        "redox/organization/*",
        "**"
      ]
    },
    "roleGlob": {
      "description": "A glob over role names: * is any text. Case does not matter.",
      "type": "string",
      "pattern": "\\S",
      "examples": [
        "*admin*"
      ]
    },
    "level": {
      "description": "Whether a finding stops the run (error) or is only shown (warning).",
      "enum": [
        "error",
        "warning"
      ],
      "default": "error"
    },
    "duration": {
      "description": "A duration: 500ms, 30s, 5m or 1h.",
      "type": "string",
      "pattern": "^[1-9][0-9]{0,8}(ms|s|m|h)$",
      "examples": [
        "30s"
      ]
    },
    "secret": {
      "description": "A secret, named by the environment variable that holds it. Its value is never written here.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "env"
      ],
      "properties": {
        "env": {
          "description": "Name of the environment variable.",
          "type": "string",
          "pattern": "^[A-Za-z_][A-Za-z0-9_]*$"
        }
      }
    },
    "bearer": {
      "description": "A ready access token, sent as Authorization: Bearer.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "method",
        "token"
      ],
      "properties": {
        "method": {
          "description": "A ready access token.",
          "const": "bearer"
        },
        "token": {
          "$ref": "#/$defs/secret",
          "description": "The access token."
        }
      }
    },
    "header": {
      "description": "A key sent in a header of its own.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "method",
        "name",
        "token"
      ],
      "properties": {
        "method": {
          "description": "A key sent in a header of its own.",
          "const": "header"
        },
        "name": {
          "description": "Name of the header.",
          "type": "string",
          "pattern": "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$",
          "examples": [
            "X-API-Key"
          ]
        },
        "token": {
          "$ref": "#/$defs/secret",
          "description": "The value of the header."
        }
      }
    },
    "clientCredentials": {
      "description": "OAuth 2.0 client credentials with a shared secret (RFC 6749, 4.4).",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "method",
        "tokenUrl",
        "clientId",
        "clientSecret"
      ],
      "properties": {
        "method": {
          "description": "OAuth 2.0 client credentials with a shared secret.",
          "const": "client-credentials"
        },
        "tokenUrl": {
          "description": "The token endpoint: https, or a loopback host.",
          "type": "string",
          "pattern": "\\S"
        },
        "audience": {
          "description": "The audience to ask the token for.",
          "type": "string",
          "pattern": "\\S"
        },
        "clientId": {
          "$ref": "#/$defs/secret",
          "description": "The client id."
        },
        "clientSecret": {
          "$ref": "#/$defs/secret",
          "description": "The client secret."
        }
      }
    },
    "privateKeyJwt": {
      "description": "OAuth 2.0 client credentials with a signed assertion (RFC 7523, RS384).",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "method",
        "clientId",
        "keyId",
        "privateKey"
      ],
      "properties": {
        "method": {
          "description": "OAuth 2.0 client credentials with a signed assertion.",
          "const": "private-key-jwt"
        },
        "tokenUrl": {
          "description": "The token endpoint: https, or a loopback host.",
          "type": "string",
          "pattern": "\\S",
          "default": "https://api.redoxengine.com/v2/auth/token"
        },
        "clientId": {
          "$ref": "#/$defs/secret",
          "description": "The client id."
        },
        "keyId": {
          "$ref": "#/$defs/secret",
          "description": "The id of the key (kid)."
        },
        "privateKey": {
          "$ref": "#/$defs/secret",
          "description": "The private key, PEM (PKCS#8) or JWK."
        }
      }
    },
    "redoxAuth": {
      "description": "How requests to Redox are authorized.",
      "type": "object",
      "discriminator": {
        "propertyName": "method"
      },
      "required": [
        "method"
      ],
      "oneOf": [
        {
          "$ref": "#/$defs/privateKeyJwt"
        },
        {
          "$ref": "#/$defs/bearer"
        },
        {
          "$ref": "#/$defs/clientCredentials"
        },
        {
          "$ref": "#/$defs/header"
        }
      ]
    },
    "aionAuth": {
      "description": "How requests to Aion are authorized.",
      "type": "object",
      "discriminator": {
        "propertyName": "method"
      },
      "required": [
        "method"
      ],
      "oneOf": [
        {
          "$ref": "#/$defs/bearer"
        },
        {
          "$ref": "#/$defs/clientCredentials"
        },
        {
          "$ref": "#/$defs/header"
        }
      ]
    },
    "concurrency": {
      "description": "How many requests may be in flight.",
      "type": "integer",
      "minimum": 1,
      "maximum": 256,
      "default": 8
    },
    "rateLimit": {
      "description": "A limit of the API: a rolling window, in which bursts up to requests are allowed.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "requests",
        "per"
      ],
      "properties": {
        "requests": {
          "description": "Requests allowed in any window.",
          "type": "integer",
          "minimum": 1
        },
        "per": {
          "$ref": "#/$defs/duration",
          "description": "Length of the window."
        }
      }
    },
    "self": {
      "description": "The credential's own user, as e-mail or user:ID: protected, and its writes come last.",
      "type": "string",
      "pattern": "\\S"
    },
    "url": {
      "description": "Base URL: https, or a loopback host.",
      "type": "string",
      "pattern": "\\S"
    },
    "redox": {
      "description": "Redox: organizations and their environments.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "url": {
          "$ref": "#/$defs/url",
          "description": "Base URL of the Platform API: https, or a loopback host.",
          "default": "https://api.redoxengine.com/platform"
        },
        "auth": {
          "$ref": "#/$defs/redoxAuth"
        },
        "organizations": {
          "description": "Other credentials, by organization id.",
          "type": "object",
          "propertyNames": {
            "$ref": "#/$defs/id"
          },
          "additionalProperties": {
            "description": "What is different for one organization.",
            "type": "object",
            "additionalProperties": false,
            "required": [
              "auth"
            ],
            "properties": {
              "auth": {
                "$ref": "#/$defs/redoxAuth"
              }
            }
          }
        },
        "self": {
          "$ref": "#/$defs/self"
        },
        "concurrency": {
          "$ref": "#/$defs/concurrency"
        },
        "rateLimit": {
          "$ref": "#/$defs/rateLimit",
          "description": "The limit of requests.",
          "default": {
            "requests": 6000,
            "per": "5m"
          }
        },
        "timeout": {
          "$ref": "#/$defs/duration",
          "description": "Time for one request, answer included.",
          "default": "30s"
        },
        "options": {
          "description": "What the documentation of the API leaves open.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "environmentFirstAssignment": {
              "description": "The method that gives a user the first role in an environment.",
              "enum": [
                "post",
                "put"
              ],
              "default": "post"
            },
            "environmentPath": {
              "description": "The path segment of environments.",
              "enum": [
                "environments",
                "environment"
              ],
              "default": "environments"
            },
            "userIdType": {
              "description": "How user ids stand in request bodies.",
              "enum": [
                "string",
                "number"
              ],
              "default": "string"
            },
            "tokenScope": {
              "description": "A scope claim for the token request; empty: none.",
              "type": "string",
              "default": ""
            },
            "roles": {
              "description": "Ids of roles that nobody holds yet: role name -> id.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "organization": {
                  "$ref": "#/$defs/roleIds",
                  "description": "Roles of organizations."
                },
                "environment": {
                  "$ref": "#/$defs/roleIds",
                  "description": "Roles of environments."
                }
              }
            }
          }
        }
      }
    },
    "aion": {
      "description": "Aion: accounts and their projects.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "url": {
          "$ref": "#/$defs/url",
          "description": "Base URL of the roles service: https, or a loopback host.",
          "default": "https://api.aion.xyz"
        },
        "usersUrl": {
          "$ref": "#/$defs/url",
          "description": "Base URL of the users service; the same as url if left out."
        },
        "auth": {
          "$ref": "#/$defs/aionAuth"
        },
        "accounts": {
          "description": "Other credentials, by account id.",
          "type": "object",
          "propertyNames": {
            "$ref": "#/$defs/id"
          },
          "additionalProperties": {
            "description": "What is different for one account.",
            "type": "object",
            "additionalProperties": false,
            "required": [
              "auth"
            ],
            "properties": {
              "auth": {
                "$ref": "#/$defs/aionAuth"
              }
            }
          }
        },
        "self": {
          "$ref": "#/$defs/self"
        },
        "concurrency": {
          "$ref": "#/$defs/concurrency"
        },
        "rateLimit": {
          "$ref": "#/$defs/rateLimit",
          "description": "The limit of requests; none if left out."
        },
        "timeout": {
          "$ref": "#/$defs/duration",
          "description": "Time for one request, answer included.",
          "default": "30s"
        },
        "options": {
          "description": "What the documentation of the API leaves open.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "roleChange": {
              "description": "How one role becomes another: one PUT, or a grant and then a revoke.",
              "enum": [
                "put",
                "grant-then-revoke"
              ],
              "default": "put"
            },
            "revoke": {
              "description": "How a role is taken away: by deleting the assignment or by making it inactive.",
              "enum": [
                "delete",
                "deactivate"
              ],
              "default": "delete"
            },
            "groups": {
              "description": "Whether a group's roles are read like a user's, or not at all.",
              "enum": [
                "users-path",
                "write-only"
              ],
              "default": "users-path"
            },
            "systemRoles": {
              "description": "Roles the system gives by itself: never pruned, not counted as unlisted.",
              "type": "array",
              "items": {
                "description": "A role.",
                "type": "string",
                "pattern": "\\S"
              },
              "default": [
                "team_member"
              ]
            },
            "userRoles": {
              "description": "Whether a user's roles may include inherited ones: then no unlisted one is pruned.",
              "enum": [
                "direct",
                "may-include-inherited"
              ],
              "default": "direct"
            },
            "readUsers": {
              "description": "Whose roles are read: everyone's, only those of the users the files name, or (auto) everyone's where something is pruned.",
              "enum": [
                "auto",
                "all",
                "named"
              ],
              "default": "auto"
            },
            "pageParameters": {
              "description": "Names of the query parameters that page a list, and the largest page.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "page": {
                  "description": "The parameter for the page number.",
                  "type": "string",
                  "pattern": "\\S",
                  "default": "page"
                },
                "size": {
                  "description": "The parameter for the page size.",
                  "type": "string",
                  "pattern": "\\S",
                  "default": "pageSize"
                },
                "max": {
                  "description": "The largest page size.",
                  "type": "integer",
                  "minimum": 1,
                  "default": 100
                }
              }
            }
          }
        }
      }
    },
    "roleIds": {
      "description": "Role name -> id.",
      "type": "object",
      "additionalProperties": {
        "$ref": "#/$defs/id"
      }
    },
    "id": {
      "description": "An id, quoted: a string that is neither empty nor \".\" nor \"..\".",
      "type": "string",
      "minLength": 1,
      "not": {
        "enum": [
          ".",
          ".."
        ]
      }
    }
  }
};
