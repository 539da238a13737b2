//! Names under which pictures and texts are credited.

/// Agencies and picture services of the world, as an alternation for a regular expression.
macro_rules! agencies {
    () => {
        "(?:AP|Associated Press|AP:Associated Press|AFP|Agence France[- ]?[Pp]resse|Reuters|REUTERS|\
         EPA(?:-EFE)?|European Press(?:photo)? Agency|Getty(?: Images)?|GETTY(?: IMAGES)?|PA(?: Wire| Images| Media)?|\
         Press Association|Xinhua|TASS|ITAR-TASS|RIA Novosti|Sputnik|[Dd][Pp][Aa]|ANSA|EFE|Europa Press|\
         Kyodo(?: News)?|Jiji(?: Press)?|Yonhap|Anadolu(?: Agency| Ajansı)?|UPI|Bloomberg|Rex(?: Features)?|REX|\
         Shutterstock|Alamy(?: Stock Photo| Live News)?|iStock(?:photo)?|SWNS|Splash(?: News)?|Barcroft(?: Media| Images)?|\
         Corbis|Magnum|ZUMA(?: Press| Wire)?|NurPhoto|SIPA(?: USA| Press)?|Imago|IMAGO|[Pp]icture[- ][Aa]lliance|\
         Keystone|APA|Belga|ANP|NTB|Ritzau(?: Scanpix)?|Lehtikuva|PAP|CTK|ČTK|MTI|Ukrinform|UNIAN|IRNA|ISNA|\
         SANA|WAM|PTI|ANI|IANS|Press Trust of India|Canadian Press|AAP|Newscom|Contour|Polaris|Planet Pix|\
         Wikimedia(?: Commons)?|Flickr|Unsplash|Pixabay|Pool|Handout|Courtesy|File)"
    };
}
pub(super) use agencies;
